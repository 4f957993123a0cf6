package city.cockpit.town;

import java.net.URI;
import java.util.Optional;

/** Under which terms others may use the readings. */
public enum DataLicence {
    /** Nothing was said, so all rights remain with the town. */
    NONE("", ""),
    DL_DE_BY("Datenlizenz Deutschland – Namensnennung – Version 2.0", "https://www.govdata.de/dl-de/by-2-0"),
    DL_DE_ZERO("Datenlizenz Deutschland – Zero – Version 2.0", "https://www.govdata.de/dl-de/zero-2-0"),
    CC_BY("Creative Commons Attribution 4.0 (CC BY 4.0)", "https://creativecommons.org/licenses/by/4.0/"),
    CC0("Creative Commons Zero 1.0 (CC0)", "https://creativecommons.org/publicdomain/zero/1.0/");

    private final String title;
    private final String address;

    DataLicence(String title, String address) {
        this.title = title;
        this.address = address;
    }

    /** Its own name, the same in all languages; empty for {@link #NONE}. */
    public String title() {
        return title;
    }

    /** Where its text stands. */
    public Optional<URI> address() {
        return address.isEmpty() ? Optional.empty() : Optional.of(URI.create(address));
    }
}
