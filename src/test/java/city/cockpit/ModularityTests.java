package city.cockpit;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void everyPackageUsesOnlyWhatItsBorderAllows() {
        ApplicationModules.of(CockpitApplication.class).verify();
    }
}
