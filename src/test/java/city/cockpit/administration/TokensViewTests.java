package city.cockpit.administration;

import static city.cockpit.access.Tokens.Scope.EXPORT_AUDIT;
import static city.cockpit.access.Tokens.Scope.READ_STATUS;
import static city.cockpit.access.Tokens.Scope.SHOW_WALL;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.access.Tokens.Scope;
import city.cockpit.access.Tokens.Token;
import com.vaadin.flow.component.html.Code;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;

class TokensViewTests extends AdministrationTest {

    @Autowired
    InstantSource clock;

    @Test
    void whereThereIsNoneThePageSaysWhatTheyAreFor() {
        open("tokens");
        assertThat(page()).contains("Es gibt noch keinen Schlüssel.").doesNotContain("Erstellt von");
    }

    @Test
    void aNewTokenIsShownOnce() {
        open("tokens");
        press("Neuer Schlüssel");
        settle();
        field("Bezeichnung").setValue("  Überwachung ");
        this.<Scope>choices("Darf").setValue(Set.of(READ_STATUS));
        press("Erstellen");
        assertThat(page()).contains("Der Schlüssel „Überwachung“ ist erstellt.");
        assertThat(find(Code.class, code -> true).getText()).startsWith("cockpit_");
        var made = tokens.listTokens().getFirst();
        assertThat(made.name()).isEqualTo("Überwachung");
        assertThat(made.scopes()).containsExactly(READ_STATUS);
        assertThat(Duration.between(made.madeAt(), made.expiresAt()))
                .isBetween(Duration.ofDays(89), Duration.ofDays(91));
        press("Fertig");
        settle();
        assertThat(page()).doesNotContain("cockpit_").contains("Überwachung Status lesen");
    }

    @Test
    void aTokenForAWallIsALinkToOpenThere() {
        open("tokens?new");
        field("Bezeichnung").setValue("Foyer");
        this.<Scope>choices("Darf").setValue(Set.of(SHOW_WALL));
        press("Erstellen");
        assertThat(page()).contains("Der Link für die Wand");
        assertThat(find(Code.class, code -> true).getText()).contains("/wall#cockpit_");
    }

    @Test
    void aTokenForAWallAndAProgramIsBoth() {
        open("tokens?new");
        field("Bezeichnung").setValue("Foyer und Überwachung");
        this.<Scope>choices("Darf").setValue(Set.of(SHOW_WALL, READ_STATUS));
        press("Erstellen");
        assertThat(page())
                .contains("Der Schlüssel cockpit_secret-of-", "Der Link für die Wand /wall#cockpit_secret-of-");
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsMade() {
        open("tokens?new");
        press("Erstellen");
        assertThat(page()).contains("Noch nicht erstellt. Bitte prüfen: Bezeichnung und Darf.");
        field("Bezeichnung").setValue("x".repeat(61));
        this.<Scope>choices("Darf").setValue(Set.of(EXPORT_AUDIT));
        press("Erstellen");
        assertThat(field("Bezeichnung").getErrorMessage()).startsWith("Höchstens 60 Zeichen");
        assertThat(tokens.listTokens()).isEmpty();
    }

    @Test
    void revokingAsksFirst() {
        tokens.put(token(7, 40, Optional.empty()));
        open("tokens");
        press("Widerrufen …");
        cancel();
        assertThat(page()).doesNotContain("widerrufen am");
        press("Widerrufen …");
        goOn();
        assertThat(page()).contains("Der Schlüssel „Nummer 7“ ist widerrufen.").contains("widerrufen am");
    }

    @Test
    void aTokenThatEndsSoonOrIsOverSaysSo() {
        tokens.put(token(1, -2, Optional.empty()));
        tokens.put(token(2, 5, Optional.empty()));
        open("tokens");
        assertThat(page()).contains("abgelaufen am").contains("noch 4 Tage");
    }

    @Test
    void ifTheDatabaseDoesNotAnswerWhatIsTypedStays() {
        open("tokens?new");
        field("Bezeichnung").setValue("Überwachung");
        this.<Scope>choices("Darf").setValue(Set.of(READ_STATUS));
        tokens.goAway();
        press("Erstellen");
        assertThat(page()).contains("Die Datenbank antwortet gerade nicht. Nichts wurde geändert");
        assertThat(field("Bezeichnung").getValue()).isEqualTo("Überwachung");
    }

    @Test
    void inEnglishToo() {
        speak(Locale.ENGLISH);
        tokens.put(token(7, 40, Optional.empty()));
        open("tokens");
        assertThat(page()).contains("Access keys").contains("Read the status").contains("Revoke …");
    }

    @Test
    @WithAnonymousUser
    void strangersSeeNoToken() {
        tokens.put(token(7, 40, Optional.empty()));
        open("tokens");
        assertThat(page()).contains("Anmelden").doesNotContain("Nummer 7");
    }

    private Token token(long id, int daysLeft, Optional<java.time.Instant> revokedAt) {
        var now = clock.instant();
        return new Token(
                id,
                "Nummer " + id,
                Set.of(READ_STATUS),
                "admin",
                now.minus(Duration.ofDays(20)),
                now.plus(Duration.ofDays(daysLeft)),
                revokedAt,
                Optional.empty());
    }
}
