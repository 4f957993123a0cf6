package city.cockpit.administration;

import city.cockpit.town.Accent;
import city.cockpit.town.ArmsImage;
import city.cockpit.town.Boundary;
import city.cockpit.town.Contact;
import city.cockpit.town.DataLicence;
import city.cockpit.town.HexColor;
import city.cockpit.town.LegalTexts;
import city.cockpit.town.PlainText;
import city.cockpit.town.TownProfile;
import java.time.ZoneId;
import java.util.Optional;

/** What stands in the fields of the form, not yet checked. */
final class TownDraft {

    String name;
    ZoneId zone;
    String light;
    boolean derived;
    String dark;
    ArmsImage arms;
    String armsDescription;
    Optional<Boundary> boundary;
    String office;
    String email;
    String phone;
    String imprint;
    String privacy;
    String accessibility;
    DataLicence licence;

    TownDraft(TownProfile profile) {
        name = profile.name();
        zone = profile.zone();
        light = profile.accent().light().value();
        derived = profile.accent().isDerived();
        dark = profile.accent().dark().value();
        arms = profile.arms();
        armsDescription = profile.armsDescription();
        boundary = profile.boundary();
        office = profile.contact().office();
        email = profile.contact().email();
        phone = profile.contact().phone();
        imprint = profile.texts().imprint();
        privacy = profile.texts().privacy();
        accessibility = profile.texts().accessibility();
        licence = profile.licence();
    }

    /** Throws {@link IllegalArgumentException} if a field holds what it may not. */
    TownProfile profile() {
        return new TownProfile(
                PlainText.tidy(name),
                zone,
                accent(),
                arms,
                PlainText.tidy(armsDescription),
                boundary,
                new Contact(PlainText.tidy(office), PlainText.tidy(email), PlainText.tidy(phone)),
                new LegalTexts(PlainText.tidy(imprint), PlainText.tidy(privacy), PlainText.tidy(accessibility)),
                licence);
    }

    private Accent accent() {
        var onLight = color(light);
        return derived ? Accent.of(onLight) : new Accent(onLight, color(dark));
    }

    private static HexColor color(String typed) {
        return HexColor.find(typed).orElseThrow(() -> new IllegalArgumentException("not a colour"));
    }
}
