package city.cockpit.administration;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.access.IdentityProvider.Entrance;
import city.cockpit.administration.Measured.Database;
import city.cockpit.administration.Measured.Mail;
import city.cockpit.audit.AuditProtection.Guard;
import city.cockpit.calendar.TownCalendars.Supply;
import city.cockpit.mqtt.ConnectionFailure;
import city.cockpit.mqtt.ConnectionFailure.Cause;
import city.cockpit.mqtt.ConnectionState;
import city.cockpit.transport.CertificateStatus;
import city.cockpit.transport.Https;
import city.cockpit.uikit.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartsTests {

    private static final Instant NOON = Instant.parse("2026-05-21T10:00:00Z");

    private final PreviewStatus cockpit = new PreviewStatus();
    private final StatusWords words = new StatusWords(new Wording(Locale.GERMANY, ZoneId.of("Europe/Berlin")));

    @Test
    void aCockpitInOrderSaysSo() {
        cockpit.broker(new ConnectionState.Connected(NOON));
        assertThat(summary()).isEqualTo("Alles in Ordnung.");
        assertThat(sentence(Part.IDENTITY_PROVIDER)).isEqualTo("Angemeldet wird mit Konten des Cockpits.");
        assertThat(condition(Part.MAIL)).isEqualTo(Condition.UNUSED);
    }

    @Test
    void whatIsBrokenIsNamedBeforeWhatShouldBeLookedAt() {
        cockpit.https(new Https.Off());
        cockpit.broker(
                new ConnectionState.Lost(NOON, new ConnectionFailure(Cause.NOT_REACHABLE, "connection refused")));
        cockpit.database(new Database.Silent(NOON.minusSeconds(60), "Connection refused"));
        assertThat(summary()).isEqualTo("Gestört: MQTT-Broker und Datenbank.");
        assertThat(sentence(Part.DATABASE)).isEqualTo("Antwortet nicht seit 11:59:00: Connection refused");
    }

    @Test
    void aConnectionToAnotherBrokerThatFailsIsNamedWithTheReason() {
        cockpit.others(
                PreviewStatus.connection("messnetz", new ConnectionState.Connected(NOON)),
                PreviewStatus.connection(
                        "stadtwerke",
                        new ConnectionState.Refused(NOON, new ConnectionFailure(Cause.WRONG_PASSWORD, "code 134"))));
        assertThat(condition(Part.BROKER)).isEqualTo(Condition.NOTICE);
        assertThat(sentence(Part.BROKER))
                .isEqualTo(
                        "Die Verbindung „stadtwerke“ wird abgewiesen seit 12:00:00: Benutzername oder Kennwort ist falsch.");
    }

    @Test
    void severalConnectionsThatFailAreNamedTogether() {
        var lost = new ConnectionState.Lost(NOON, new ConnectionFailure(Cause.UNKNOWN_HOST, "messnetz.example"));
        cockpit.others(PreviewStatus.connection("messnetz", lost), PreviewStatus.connection("stadtwerke", lost));
        assertThat(sentence(Part.BROKER)).isEqualTo("Von 3 Verbindungen stehen diese nicht: messnetz, stadtwerke.");
        cockpit.others(PreviewStatus.connection("messnetz", new ConnectionState.Connected(NOON)));
        assertThat(sentence(Part.BROKER)).isEqualTo("Alle 2 Verbindungen stehen.");
    }

    @Test
    void aDatabaseThatHangsIsNotCalledHealthyByItsLastAnswer() {
        cockpit.measuredAt(NOON.minus(Parts.OVERDUE).minusSeconds(1));
        assertThat(condition(Part.DATABASE)).isEqualTo(Condition.BAD);
    }

    @Test
    void silenceOfAllSensorsIsWorthALook() {
        cockpit.newestReadingAt(Optional.of(NOON.minus(Duration.ofMinutes(6))));
        assertThat(sentence(Part.READINGS)).isEqualTo("Seit 11:54:00 ist kein Messwert angekommen.");
        cockpit.newestReadingAt(Optional.empty());
        assertThat(condition(Part.READINGS)).isEqualTo(Condition.NOTICE);
    }

    @Test
    void aDiskTellsBeforeItIsFull() {
        cockpit.disk(24_000_000_000L, 500_000_000_000L);
        assertThat(condition(Part.DISK)).isEqualTo(Condition.NOTICE);
        assertThat(sentence(Part.DISK)).startsWith("Nur noch 24,0\u00a0GB von 500\u00a0GB sind frei.");
        cockpit.disk(499_000_000, 500_000_000_000L);
        assertThat(condition(Part.DISK)).isEqualTo(Condition.BAD);
    }

    @Test
    void aDiskThatCannotBeReadIsToldInsteadOfHidden() {
        cockpit.diskUnreadable();
        assertThat(condition(Part.DISK)).isEqualTo(Condition.BAD);
        assertThat(sentence(Part.DISK)).isEqualTo("Die Platte des Datenordners lässt sich nicht lesen.");
    }

    @Test
    void whatProtectsTheAuditTrailIsTold() {
        assertThat(condition(Part.AUDIT_TRAIL)).isEqualTo(Condition.GOOD);
        cockpit.guard(Optional.of(Guard.TRIGGER));
        assertThat(condition(Part.AUDIT_TRAIL)).isEqualTo(Condition.NOTICE);
        assertThat(sentence(Part.AUDIT_TRAIL)).contains("eigene Rolle");
        cockpit.guard(Optional.of(Guard.NOTHING));
        assertThat(condition(Part.AUDIT_TRAIL)).isEqualTo(Condition.BAD);
        cockpit.guard(Optional.empty());
        assertThat(condition(Part.AUDIT_TRAIL)).isEqualTo(Condition.NOTICE);
    }

    @Test
    void aCertificateTellsBeforeItEnds() {
        cockpit.https(certificate(NOON.plus(Duration.ofDays(60)), Optional.empty()));
        assertThat(condition(Part.PAGES)).isEqualTo(Condition.GOOD);
        cockpit.https(certificate(NOON.plus(Duration.ofDays(13)), Optional.empty()));
        assertThat(condition(Part.PAGES)).isEqualTo(Condition.NOTICE);
        cockpit.https(certificate(NOON.minusSeconds(1), Optional.empty()));
        assertThat(condition(Part.PAGES)).isEqualTo(Condition.BAD);
        cockpit.https(certificate(NOON.plus(Duration.ofDays(60)), Optional.of("The key does not fit.")));
        assertThat(sentence(Part.PAGES)).endsWith("Das neue ist nicht brauchbar: The key does not fit.");
    }

    @Test
    void servicesOfTheTownThatAreAwayAreTold() {
        cockpit.provider(new Entrance("Rathaus", "/start", "https://login.musterstadt.example", false));
        cockpit.mail(new Mail.Silent("mail.musterstadt.example", "timed out"));
        assertThat(summary()).endsWith("Bitte beachten: Anmeldedienst der Stadt und E-Mail.");
        assertThat(sentence(Part.MAIL)).isEqualTo("mail.musterstadt.example nimmt keine E-Mails an: timed out");
    }

    @Test
    void aCalendarThatCannotBeReadIsNamedWithTheTimeSinceWhen() {
        assertThat(sentence(Part.CALENDARS)).isEqualTo("Es sind keine eingerichtet.");
        cockpit.calendars(new Supply("abfall", Optional.empty()), new Supply("feste", Optional.empty()));
        assertThat(sentence(Part.CALENDARS)).isEqualTo("2 antworten.");
        cockpit.calendars(
                new Supply("abfall", Optional.of(NOON.minusSeconds(7_200))), new Supply("feste", Optional.empty()));
        assertThat(summary()).endsWith("Bitte beachten: Kalender der Stadt.");
        assertThat(sentence(Part.CALENDARS))
                .isEqualTo("Nicht zu lesen seit 10:00:00: abfall. Gezeigt wird, was zuletzt gelesen wurde.");
    }

    @Test
    void sizesAreReadAtAGlance() {
        assertThat(List.of(words.size(0), words.size(7_700_000), words.size(12_300_000_000L), words.size(512_000)))
                .containsExactly("0\u00a0kB", "8\u00a0MB", "12,3\u00a0GB", "512\u00a0kB");
    }

    private static Https certificate(Instant until, Optional<String> problem) {
        return new Https.Own(
                new CertificateStatus(List.of("cockpit.example"), NOON.minus(Duration.ofDays(30)), until, problem));
    }

    private String summary() {
        return words.summary(Parts.of(cockpit.now()));
    }

    private Condition condition(Part part) {
        return state(part).condition();
    }

    private String sentence(Part part) {
        return words.sentence(state(part), NOON);
    }

    private PartState state(Part part) {
        return Parts.of(cockpit.now()).stream()
                .filter(state -> state.part() == part)
                .findFirst()
                .orElseThrow();
    }
}
