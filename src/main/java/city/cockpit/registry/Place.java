package city.cockpit.registry;

import city.cockpit.measurement.Site;

/**
 * A site with its address; it outlives its devices.
 *
 * @param address in words; empty if nobody said
 * @param municipalityKey official key (Amtlicher Gemeindeschlüssel); empty for the home municipality when it is new
 * @param version grows with every change; 0 of one that is not kept yet
 */
public record Place(Site site, String address, String municipalityKey, int version) {

    public static final int LONGEST_TITLE = 100;
    public static final int LONGEST_ADDRESS = 200;

    public Place {
        Texts.check("address", address, LONGEST_ADDRESS);
        Texts.check("site_name", site.title(), LONGEST_TITLE);
        Texts.check("district", site.district(), LONGEST_TITLE);
        if (site.title().isBlank()) throw new IllegalArgumentException("site_name is empty");
        if (!municipalityKey.isEmpty() && !municipalityKey.matches("[0-9]{8}"))
            throw new IllegalArgumentException("not a municipality key: '%.100s'".formatted(municipalityKey));
    }

    /** A new site of the home municipality. */
    public static Place of(Site site, String address) {
        return new Place(site, address, "", 0);
    }

    public String key() {
        return site.key();
    }
}
