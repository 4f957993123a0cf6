package city.cockpit.ingest;

import city.cockpit.measurement.HomeMunicipality;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Everybody lives by the clock of the town. */
@Component
class TownConventions implements Conventions {

    private final HomeMunicipality home;

    TownConventions(HomeMunicipality home) {
        this.home = home;
    }

    @Override
    public ZoneId zoneOf(String connection) {
        return home.municipality().zone();
    }
}
