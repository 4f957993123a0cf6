package city.cockpit.administration;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.history.Edition;
import city.cockpit.mqtt.ConnectionFailure;
import city.cockpit.mqtt.ConnectionFailure.Cause;
import city.cockpit.mqtt.ConnectionState;
import city.cockpit.nodes.NodeStatus;
import city.cockpit.preview.ScreenTest;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "admin", roles = "ADMINISTRATOR")
class StatusViewTests extends ScreenTest {

    @Autowired
    PreviewStatus status;

    @BeforeEach
    void oneServer() {
        status.nodes();
    }

    @Test
    void theEquationOfTheLedgerStandsThereInWords() {
        open("status");
        assertThat(page().replace('\u202f', ' '))
                .contains("448 120 empfangen = 448 083 gespeichert + 0 wiederholt + 37 abgelehnt + 0 unterwegs")
                .contains("Abgelehnt: Sensor ist nicht eingetragen 30");
    }

    @Test
    void howMuchHistoryThereIsAndWhenOldReadingsGoStandsThere() {
        open("status");
        assertThat(page().replace('\u00a0', ' '))
                .contains("5,1 GB, 102 Byte je Messwert")
                .contains("03.11.2025, 10:00:00")
                .contains("vom 3. Nov. 2025 bis zum 1. Feb. 2026");
    }

    @ParameterizedTest
    @CsvSource({
        "PLAIN, PostgreSQL ohne TimescaleDB",
        "TIMESCALE_APACHE, 'TimescaleDB, Apache-Edition'",
        "TIMESCALE_COMMUNITY, 'TimescaleDB, Community-Edition'"
    })
    void theEditionOfTheDatabaseStandsThereInWords(Edition edition, String words) {
        status.edition(edition);
        open("status");
        assertThat(page()).contains(words).contains("(eingebaut)").contains("(eigener Server)");
    }

    @Test
    void aBrokerThatGoesAwayIsToldThoughTheTownIsSilent() {
        status.broker(new ConnectionState.Connected(NOON));
        open("status");
        assertThat(page()).contains("steht seit 12:00:00");
        status.broker(new ConnectionState.Lost(NOON, new ConnectionFailure(Cause.NOT_REACHABLE, "connection refused")));
        awaitOnPage("unterbrochen seit 12:00:00: Unter der Adresse antwortet niemand.");
    }

    @Test
    void versionsAndSizesStandThere() {
        open("status");
        assertThat(page().replace('\u00a0', ' '))
                .contains("PostgreSQL 17.6 TimescaleDB 2.19.3")
                .contains("Tabelle reading 5,1 GB")
                .contains("Frei auf der Platte 120 GB von 500 GB");
    }

    @Test
    void ofSeveralServersEachSaysSinceWhenItIsThereAndWhenItWasHeardOf() {
        status.nodes(
                new NodeStatus("cockpit-a", true, NOON.minusSeconds(7_200), NOON, false, Optional.empty()),
                new NodeStatus(
                        "cockpit-b",
                        false,
                        NOON.minusSeconds(60),
                        NOON.minusSeconds(40),
                        true,
                        Optional.of("cockpit-a")));
        open("status");
        assertThat(page())
                .contains("Weitere Server beachten „cockpit-b“ ist weg und gab zuletzt 11:59:20 ein Lebenszeichen.")
                .contains("cockpit-a (dieser hier) Da seit 10:00:00, zuletzt ein Lebenszeichen 12:00:00")
                .contains(
                        "cockpit-b Weg, zuletzt ein Lebenszeichen 11:59:20. Was am Broker für ihn wartet, holt „cockpit-a“ ab.");
    }

    @Test
    void aCockpitOnOneServerSaysSoAndListsNone() {
        open("status");
        assertThat(page()).contains("Das Cockpit läuft auf einem Server.").doesNotContain("Server dieses Cockpits");
    }

    @Test
    @WithAnonymousUser
    void strangersSeeNothingOfIt() {
        open("status");
        assertThat(page()).contains("Anmelden").doesNotContain("/srv/cockpit/data");
    }
}
