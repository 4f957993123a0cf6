package city.cockpit;

import city.cockpit.platform.CockpitStart;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the urban cockpit. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CockpitApplication {

    public static void main(String[] args) {
        CockpitStart.run(CockpitApplication.class, args);
    }
}
