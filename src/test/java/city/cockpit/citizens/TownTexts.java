package city.cockpit.citizens;

import city.cockpit.town.Contact;
import city.cockpit.town.DataLicence;
import city.cockpit.town.LegalTexts;
import city.cockpit.town.TownHall;
import city.cockpit.town.TownProfile;

/** What a town says of itself, for tests of the pages that show it. */
final class TownTexts {

    private TownTexts() {}

    /** Enters these; all else of the town stays. */
    static void enter(TownHall town, Contact contact, LegalTexts texts, DataLicence licence) {
        var now = town.now();
        var profile = now.profile();
        town.save(
                now.version(),
                new TownProfile(
                        profile.name(),
                        profile.zone(),
                        profile.accent(),
                        profile.arms(),
                        profile.armsDescription(),
                        profile.boundary(),
                        contact,
                        texts,
                        licence),
                "anna");
    }
}
