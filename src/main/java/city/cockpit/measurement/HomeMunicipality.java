package city.cockpit.measurement;

/** The municipality in which the sensors stand: what the town is called until an administrator says otherwise. */
public interface HomeMunicipality {

    /** Of a region, the municipality with the most sites; never blocks; any thread. */
    Town municipality();
}
