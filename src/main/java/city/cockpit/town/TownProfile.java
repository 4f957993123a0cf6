package city.cockpit.town;

import city.cockpit.measurement.Town;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How a town shows itself on every page.
 *
 * @param name as people call it
 * @param zone of every time on a screen
 * @param armsDescription the arms in words, for those who do not see them; may be empty
 * @param boundary none if the town gave none
 */
public record TownProfile(
        String name,
        ZoneId zone,
        Accent accent,
        ArmsImage arms,
        String armsDescription,
        Optional<Boundary> boundary,
        Contact contact,
        LegalTexts texts,
        DataLicence licence) {

    public static final int LONGEST_NAME = 60;
    public static final int LONGEST_DESCRIPTION = 200;

    public TownProfile {
        PlainText.check(!name.isBlank() && PlainText.fitsOneLine(name, LONGEST_NAME), "name of a town", name);
        PlainText.check(
                PlainText.fitsOneLine(armsDescription, LONGEST_DESCRIPTION), "description of arms", armsDescription);
    }

    /** What a town has before anybody set it up. */
    static TownProfile initial(Town municipality) {
        return new TownProfile(
                municipality.name(),
                municipality.zone(),
                Accent.DEFAULT,
                ArmsImage.neutral(),
                "",
                Optional.empty(),
                Contact.NONE,
                LegalTexts.NONE,
                DataLicence.NONE);
    }

    /** The parts in which the other differs. */
    public Set<TownPart> differences(TownProfile other) {
        var parts = EnumSet.noneOf(TownPart.class);
        for (var part : TownPart.values()) if (!of(part).equals(other.of(part))) parts.add(part);
        return parts;
    }

    /** This profile with those parts of the other. */
    public TownProfile with(Set<TownPart> parts, TownProfile other) {
        return new TownProfile(
                from(TownPart.NAME, parts, other).name,
                from(TownPart.ZONE, parts, other).zone,
                from(TownPart.ACCENT, parts, other).accent,
                from(TownPart.ARMS, parts, other).arms,
                from(TownPart.ARMS, parts, other).armsDescription,
                from(TownPart.BOUNDARY, parts, other).boundary,
                from(TownPart.CONTACT, parts, other).contact,
                from(TownPart.TEXTS, parts, other).texts,
                from(TownPart.LICENCE, parts, other).licence);
    }

    public Town town() {
        return new Town(name, zone);
    }

    private TownProfile from(TownPart part, Set<TownPart> parts, TownProfile other) {
        return parts.contains(part) ? other : this;
    }

    private Object of(TownPart part) {
        return switch (part) {
            case NAME -> name;
            case ZONE -> zone;
            case ACCENT -> accent;
            case ARMS -> arms.key() + armsDescription;
            case BOUNDARY -> boundary;
            case CONTACT -> contact;
            case TEXTS -> texts;
            case LICENCE -> licence;
        };
    }
}
