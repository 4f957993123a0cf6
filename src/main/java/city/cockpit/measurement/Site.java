package city.cockpit.measurement;

/**
 * A place where sensors hang (OGC: Location).
 *
 * @param key name of the site in addresses, unique in this installation
 * @param title as people know it
 * @param district part of the town; empty where nobody told
 * @param latitude degrees north, WGS 84
 * @param longitude degrees east, WGS 84
 */
public record Site(String key, String title, String district, double latitude, double longitude) {

    public Site {
        if (!SensorId.isWellFormed(key)) throw new IllegalArgumentException("not a site: '%.100s'".formatted(key));
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180))
            throw new IllegalArgumentException("%s lies nowhere: %s, %s".formatted(key, latitude, longitude));
    }
}
