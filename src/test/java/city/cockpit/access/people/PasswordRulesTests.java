package city.cockpit.access.people;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.access.OwnAccount.Weakness;
import city.cockpit.access.Person;
import city.cockpit.access.SignInName;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTests {

    private static final Person ANNA = new Person(
            new SignInName("akarst"),
            "Anna-Lena Karst",
            "",
            Set.of(),
            Person.Origin.COCKPIT,
            false,
            false,
            false,
            Instant.EPOCH,
            Optional.empty(),
            1);

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sieben Gaense am Wehr",
                "x7$Kq!9#2pLw",
                "vier ziegen im sommer",
                "Мой дядя самых честных правил",
                "Käsebrotzeit!"
            })
    void longAndUnusualPasswordsAreTaken(String password) {
        assertThat(rules.findWeakness(password, ANNA)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Kurz!2026ab, TOO_SHORT",
        "Passwort1234, WELL_KNOWN",
        "P4ssw0rt!2026, WELL_KNOWN",
        "Sommer-2026-Winter, WELL_KNOWN",
        "willkommenwillkommen, WELL_KNOWN",
        "qwertzuiopüa, WELL_KNOWN",
        "0987654321098, WELL_KNOWN",
        "19790523 0611, WELL_KNOWN",
        "abababababab, WELL_KNOWN",
        "Rathaus Musterstadt akarst, CONTAINS_NAME",
        "wer ist KARST denn, CONTAINS_NAME",
        "lena im garten, CONTAINS_NAME"
    })
    void whatIsTriedFirstIsNot(String password, Weakness weakness) {
        assertThat(rules.findWeakness(password, ANNA)).contains(weakness);
    }

    @Test
    void thereIsAnUpperLimit() {
        assertThat(rules.findWeakness("langer Satz ".repeat(100), ANNA)).contains(Weakness.TOO_LONG);
    }
}
