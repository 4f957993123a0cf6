package city.cockpit.measurement;

/** Tells which town this is. Ask each time: administrators change it while the cockpit runs. Never blocks; any thread. */
public interface TownSource {

    Town town();
}
