package city.cockpit.technicians;

import city.cockpit.sitefacts.FactKind;
import city.cockpit.sitefacts.OpeningHours;
import city.cockpit.sitefacts.ReferenceBuildings;
import city.cockpit.uikit.HoursWords;
import city.cockpit.uikit.Wording;

/** Values of facts as people read them. */
final class FactWords {

    private final Wording words;
    private final ReferenceBuildings references;

    FactWords(Wording words, ReferenceBuildings references) {
        this.words = words;
        this.references = references;
    }

    /** @param ofNothing key of what is said where nothing is known */
    String of(FactKind kind, String value, String ofNothing) {
        if (value.isEmpty()) return words.text(ofNothing);
        return switch (kind) {
            case BUILDING_KIND -> references.name(value, words.locale());
            case FLOOR_AREA, BAYS_DISABLED, BAYS_CHARGING, BAYS_WOMEN, BAYS_FAMILY ->
                words.formats().count(Long.parseLong(value));
            case OPENING_HOURS -> OpeningHours.find(value).map(this::of).orElse(value);
        };
    }

    private String of(OpeningHours hours) {
        return hours.isAlways() ? words.text("hours.always") : new HoursWords(words).week(hours);
    }
}
