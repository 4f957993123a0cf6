package city.cockpit.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import city.cockpit.measurement.Town;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TownProfileTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final TownProfile INITIAL = TownProfile.initial(new Town("Musterstadt", BERLIN));

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "a\u0000b", "a\u202eb"})
    void aNameIsOneLineThatOneCanSee(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> named(name));
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertThat(named("x".repeat(60)).name()).hasSize(60);
        assertThatIllegalArgumentException().isThrownBy(() -> named("x".repeat(61)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Contact("x".repeat(301), "", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new LegalTexts("x".repeat(20_001), "", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"stadt", "a@b", "a@b.de, c@d.de", "a b@c.de", "javascript:alert(1)@x.de", "a@b..de", "a@b.de\nc"
            })
    void whatNobodyCouldWriteToIsNoMailAddress(String email) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Contact("", email, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rathaus@bad-hersfeld.de", "b\u00fcrgerb\u00fcro+x@stadt.de", "a@b\u00fcrger.example.de"})
    void umlautsAreForDomainsOnly(String email) {
        assertThat(Contact.isEmail(email))
                .isEqualTo(email.chars().limit(email.indexOf('@')).allMatch(c -> c < 128));
    }

    @ParameterizedTest
    @ValueSource(strings = {"06621 201-0", "+49 (6621) 201 0", "115", "06621/201-0"})
    void peopleWriteTelephoneNumbersInManyWays(String phone) {
        assertThat(new Contact("", "", phone).phone()).isEqualTo(phone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"call me", "1", "+", "0662120100662120100662120100662120100662120100"})
    void whatNobodyCouldDialIsNoTelephoneNumber(String phone) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Contact("", "", phone));
    }

    @Test
    void twoWhoChangeDifferentPartsBothGetTheirs() {
        var mine = named("Neustadt");
        var theirs = INITIAL.with(
                Set.of(TownPart.CONTACT),
                new TownProfile(
                        "x",
                        BERLIN,
                        Accent.DEFAULT,
                        ArmsImage.neutral(),
                        "",
                        Optional.empty(),
                        new Contact("", "", "115"),
                        LegalTexts.NONE,
                        DataLicence.CC0));
        assertThat(INITIAL.differences(theirs)).containsExactly(TownPart.CONTACT);
        var merged = theirs.with(INITIAL.differences(mine), mine);
        assertThat(INITIAL.differences(merged)).containsExactly(TownPart.NAME, TownPart.CONTACT);
        assertThat(merged.name()).isEqualTo("Neustadt");
        assertThat(merged.contact().phone()).isEqualTo("115");
    }

    @ParameterizedTest
    @ValueSource(strings = {"  Bad Hersfeld \r\n", "\tBad Hersfeld"})
    void textIsKeptTidy(String typed) {
        assertThat(PlainText.tidy(typed)).isEqualTo("Bad Hersfeld");
    }

    private static TownProfile named(String name) {
        return new TownProfile(
                name,
                BERLIN,
                Accent.DEFAULT,
                ArmsImage.neutral(),
                "",
                Optional.empty(),
                Contact.NONE,
                LegalTexts.NONE,
                DataLicence.NONE);
    }
}
