package city.cockpit.technicians;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.ingest.Counts;
import city.cockpit.ingest.Flow;
import city.cockpit.ingest.FlowMinute;
import city.cockpit.ingest.FlowMinute.Latency;
import city.cockpit.ingest.RejectReason;
import city.cockpit.mqtt.ConnectionFailure;
import city.cockpit.mqtt.ConnectionFailure.Cause;
import city.cockpit.mqtt.ConnectionState;
import city.cockpit.mqtt.ConnectionState.Connected;
import city.cockpit.mqtt.ConnectionState.Lost;
import city.cockpit.mqtt.ConnectionStatus;
import city.cockpit.mqtt.ConnectionStatus.FilterStatus;
import city.cockpit.mqtt.ConnectionStatus.Grant;
import city.cockpit.mqtt.Traffic;
import city.cockpit.preview.ScreenTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "petra", roles = "TECHNICIAN")
class DataFlowViewTests extends ScreenTest {

    private static final Counts COUNTS = new Counts(12_345, 12_300, 20, 5, 20, Map.of(RejectReason.MALFORMED, 5L));

    @Autowired
    private FlowSample flow;

    @BeforeEach
    void readingsFlow() {
        flow.be(new DataFlow(flow(COUNTS, 0, Optional.empty()), List.of(connection(new Connected(NOON)))));
    }

    @Test
    void theSumIsShownWithASentenceForEachNumber() {
        open("dataflow");
        settle();
        assertThat(page())
                .contains("Messwerte fließen: 240 in der letzten Minute gespeichert, nichts wartet.")
                .contains("12\u202f345 empfangen")
                .contains("= 12\u202f300 gespeichert Stehen dauerhaft in der Datenbank.")
                .contains("+ 20 wiederholt")
                .contains("+ 5 abgelehnt")
                .contains("+ 20 unterwegs")
                .contains("5 Format nicht lesbar")
                .contains("8 ms")
                .contains("99 von 100 Nachrichten brauchten höchstens 1,2 s.");
    }

    @Test
    void aDatabaseThatIsAwayComesFirst() {
        flow.be(new DataFlow(flow(COUNTS, 1_200, Optional.of(NOON)), List.of(connection(new Connected(NOON)))));
        open("dataflow");
        settle();
        assertThat(page())
                .contains(
                        "Die Datenbank antwortet nicht seit 12:00:00. 1\u202f200 Nachrichten warten; der Broker behält, was nicht bestätigt ist.");
    }

    @Test
    void aLostConnectionIsToldInWordsAndNotAsATrace() {
        var lost = new Lost(NOON, new ConnectionFailure(Cause.NOT_REACHABLE, "java.net.ConnectException: refused"));
        flow.be(new DataFlow(flow(COUNTS, 0, Optional.empty()), List.of(connection(lost))));
        open("dataflow");
        settle();
        assertThat(page())
                .contains("Diese Verbindung steht nicht: Broker des Cockpits.")
                .contains("unterbrochen seit 12:00:00: Unter der Adresse antwortet niemand.")
                .doesNotContain("ConnectException");
    }

    @Test
    void sendersWithoutAPromiseAreNamed() {
        open("dataflow");
        settle();
        assertThat(page())
                .contains("city/#, lamps/# (ohne Zustellgarantie)")
                .contains("9\u202f000 Nachrichten, die letzte um 12:00:00; davon 100 ohne Zustellgarantie (QoS 0)");
    }

    @Test
    void beforeTheFirstReadingThePageSaysSo() {
        flow.be(new DataFlow(flow(new Counts(0, 0, 0, 0, 0, Map.of()), 0, Optional.empty()), List.of()));
        open("dataflow");
        settle();
        assertThat(page())
                .contains("Seit dem Start kam noch kein Messwert an.")
                .contains("Nichts. Jeder Messwert wurde verstanden.");
    }

    @Test
    void itSpeaksEnglish() {
        speak(Locale.ENGLISH);
        open("dataflow");
        settle();
        assertThat(page()).contains("Readings flow: 240 stored in the last minute, nothing waits.");
    }

    private static Flow flow(Counts counts, long waiting, Optional<Instant> databaseAwaySince) {
        var latency = new Latency(Duration.ofMillis(8), Duration.ofMillis(1_240));
        var rejected = counts.received() == 0 ? 0 : 1;
        var full = new FlowMinute(
                NOON.minusSeconds(60),
                new Counts(counts.received() == 0 ? 0 : 241, 240, 0, rejected, 0, Map.of()),
                3,
                Optional.of(latency));
        var underWay = new FlowMinute(NOON, new Counts(10, 10, 0, 0, 0, Map.of()), 0, Optional.empty());
        return new Flow(NOON.plusSeconds(5), counts, List.of(full, underWay), waiting, databaseAwaySince);
    }

    private static ConnectionStatus connection(ConnectionState state) {
        return new ConnectionStatus(
                "cockpit",
                "tcp://localhost:1883",
                "cockpit",
                state,
                List.of(new FilterStatus("city/#", Grant.QOS_1), new FilterStatus("lamps/#", Grant.QOS_0)),
                new Traffic(9_000, 240, 100, Optional.of(NOON), List.of("lamps/1")));
    }
}
