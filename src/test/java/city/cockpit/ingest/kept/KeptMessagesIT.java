package city.cockpit.ingest.kept;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import city.cockpit.audit.Deed;
import city.cockpit.audit.Entry;
import city.cockpit.audit.InMemoryAudit;
import city.cockpit.harness.TestDatabase;
import city.cockpit.ingest.RejectReason;
import city.cockpit.ingest.RejectedMessageStore.Rejection;
import city.cockpit.ingest.kept.RejectedMessages.Selection;
import city.cockpit.mqtt.InboundMessage;
import city.cockpit.mqtt.InboundMessage.Delivery;
import city.cockpit.mqtt.MessageHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** What is kept of refused messages on a real database, with two nodes where that matters. */
class KeptMessagesIT {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final DataSource CONNECTIONS = DATABASE.dataSource();
    private static final JdbcClient SQL = JdbcClient.create(CONNECTIONS);
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final KeptSettings SETTINGS =
            new KeptSettings(50, DataSize.ofKilobytes(400), Duration.ofDays(30), 20, 10, 40);

    private final InMemoryAudit audit = new InMemoryAudit(() -> NOON);
    private final List<Node> nodes = new ArrayList<>();
    private Instant now = NOON;

    @BeforeAll
    static void migrate() {
        Flyway.configure().dataSource(CONNECTIONS).load().migrate();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void nothingIsKept() {
        SQL.sql("TRUNCATE refusal_group, kept_message, refusal").update();
    }

    @AfterEach
    void stop() {
        nodes.forEach(node -> node.rerunner.stop());
    }

    @Test
    void aRefusedMessageIsKeptWhole() {
        var node = new Node();
        var payload = "\u0000ä".repeat(20_000);
        node.refuse(message("city/air-07", payload), RejectReason.MALFORMED, "not JSON");
        var group = node.rejected.listGroups().getFirst();
        assertThat(group)
                .extracting(RefusalGroup::reason, RefusalGroup::sender, RefusalGroup::detail, RefusalGroup::kept)
                .containsExactly(RejectReason.MALFORMED, "air-07", "not JSON", 1);
        var kept = node.rejected.findNewest(group.id()).orElseThrow();
        assertThat(kept.payload().bytes()).isEqualTo(payload.getBytes(UTF_8));
        assertThat(kept)
                .extracting(KeptMessage::topic, KeptMessage::connection, KeptMessage::qos, KeptMessage::retained)
                .containsExactly("city/air-07", "cockpit", 0, true);
        assertThat(kept.arrivedAt()).isEqualTo(NOON);
    }

    @Test
    void refusalsOfOneKindAreOneGroupWithFirstAndLastTime() {
        var node = new Node();
        for (var n = 0; n < 3; n++)
            node.refuse(
                    message("city/air-07", "{}", NOON.plusSeconds(n)),
                    RejectReason.IN_FUTURE,
                    "pm10 at 2030-01-0" + (n + 1));
        assertThat(node.rejected.listGroups()).singleElement().satisfies(group -> {
            assertThat(group.messages()).isEqualTo(3);
            assertThat(group.firstAt()).isEqualTo(NOON);
            assertThat(group.lastAt()).isEqualTo(NOON.plusSeconds(2));
        });
    }

    @Test
    void aMessageRefusedForTwoReasonsStandsInBothGroupsAndIsKeptOnce() {
        var node = new Node();
        var message = message("city/air-07", "{}");
        node.kept.keep(List.of(
                new Rejection(message, RejectReason.UNKNOWN_PROPERTY, "no series 'o3' of air-07", 1),
                new Rejection(message, RejectReason.IMPOSSIBLE_VALUE, "pm10 = -3", 2)));
        assertThat(node.rejected.listGroups())
                .extracting(RefusalGroup::reason, RefusalGroup::kept, RefusalGroup::readings)
                .containsExactlyInAnyOrder(
                        tuple(RejectReason.UNKNOWN_PROPERTY, 1, 1L), tuple(RejectReason.IMPOSSIBLE_VALUE, 1, 2L));
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void aFloodCostsAFewRowsAndNoStatementOnceItsRoomIsTaken() {
        var statements = new AtomicInteger();
        var node = new Node(new DelegatingDataSource(CONNECTIONS) {
            @Override
            public java.sql.Connection getConnection() throws java.sql.SQLException {
                statements.incrementAndGet();
                return super.getConnection();
            }
        });
        node.flood("city/air-07", 10_000);
        assertThat(statements)
                .as("one for the first batch, none for the others")
                .hasValue(1);
        assertThat(messages()).isEqualTo(10);
        node.kept.writeCounts();
        assertThat(statements).hasValue(2);
        assertThat(node.rejected.listGroups()).singleElement().satisfies(group -> {
            assertThat(group.messages()).isEqualTo(10_000);
            assertThat(group.kept()).isEqualTo(10);
        });
    }

    @Test
    void tenThousandInventedSendersFillNeitherTheTablesNorPushOutWhoWasThere() {
        var node = new Node();
        node.refuse(message("city/honest", "{}"), RejectReason.UNKNOWN_SENSOR, "honest");
        for (var minute = 0; minute < 20; minute++) {
            now = NOON.plusSeconds(60L * minute);
            node.refuse(message("city/honest", "{}", now), RejectReason.UNKNOWN_SENSOR, "honest");
            for (var batch = 0; batch < 5; batch++) {
                var invented = new ArrayList<Rejection>();
                for (var n = 0; n < 100; n++) {
                    var name = "invented-%d-%d-%d".formatted(minute, batch, n);
                    invented.add(new Rejection(
                            message("city/" + name, "x".repeat(2_000), now), RejectReason.UNKNOWN_SENSOR, name, 1));
                }
                node.kept.keep(invented);
            }
            node.kept.writeCounts();
            node.kept.trim();
            assertThat(messages()).isLessThanOrEqualTo(SETTINGS.messages());
            assertThat(bytes()).isLessThanOrEqualTo(SETTINGS.size().toBytes());
            assertThat(groups()).isLessThanOrEqualTo(SETTINGS.groups() + 1);
        }
        assertThat(node.table.listGroups())
                .filteredOn(group -> group.sender().equals("honest"))
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.messages()).isEqualTo(21);
                    assertThat(group.kept()).isPositive();
                });
        assertThat(node.table.listGroups().stream()
                        .mapToLong(RefusalGroup::messages)
                        .sum())
                .as("some counters went with their groups")
                .isBetween(9_000L, 10_021L);
    }

    @Test
    void aFloodOfBadMessagesDoesNotPushOutTheInbox() {
        var node = new Node();
        node.refuse(message("city/stranger", "{}"), RejectReason.UNKNOWN_SENSOR, "stranger");
        for (var minute = 1; minute < 10; minute++) {
            now = NOON.plusSeconds(60L * minute);
            for (var sensor = 0; sensor < 10; sensor++) node.flood("city/air-0" + sensor, 100);
            node.kept.trim();
        }
        assertThat(node.table.listGroups())
                .filteredOn(group -> group.reason() == RejectReason.UNKNOWN_SENSOR)
                .singleElement()
                .extracting(RefusalGroup::kept)
                .isEqualTo(1);
        assertThat(messages()).isLessThanOrEqualTo(51);
    }

    @Test
    void whatIsTooOldGoes() {
        var node = new Node();
        node.refuse(message("city/air-07", "{}"), RejectReason.MALFORMED, "not JSON");
        now = NOON.plus(Duration.ofDays(31));
        node.refuse(message("city/air-08", "{}", now), RejectReason.MALFORMED, "not JSON");
        node.kept.trim();
        assertThat(node.table.listGroups()).extracting(RefusalGroup::sender).containsExactly("air-08");
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void whatIsRunAgainGoesTheOrdinaryWayWithTheTimeOfItsFirstArrivalAndIsForgottenThen() {
        var node = new Node();
        for (var n = 0; n < 3; n++)
            node.refuse(
                    message("city/air-07", "{\"n\":%d}".formatted(n), NOON.plusSeconds(n)),
                    RejectReason.UNKNOWN_PROPERTY,
                    "no series 'o3' of air-07");
        var run = node.rejected.runAgain(
                new Selection.Group(node.rejected.listGroups().getFirst().id()), "tina");
        await().until(() -> run.get().ended());
        assertThat(run.get()).isEqualTo(new Progress(3, 3, 0, 0, true));
        assertThat(node.pipeline.taken)
                .extracting(InboundMessage::arrivedAt, InboundMessage::qos, InboundMessage::topic)
                .containsExactly(
                        tuple(NOON, 1, "city/air-07"),
                        tuple(NOON.plusSeconds(1), 1, "city/air-07"),
                        tuple(NOON.plusSeconds(2), 1, "city/air-07"));
        assertThat(messages()).isZero();
        assertThat(groups()).isZero();
        assertThat(audit.entries())
                .extracting(Entry::actor, Entry::deed)
                .containsExactly(tuple("tina", Deed.MESSAGES_RUN_AGAIN));
    }

    @Test
    void whatIsRefusedAgainStaysOnceForTheReasonOfNow() {
        var node = new Node();
        node.refuse(message("city/air-07", "{}"), RejectReason.UNKNOWN_PROPERTY, "no series 'o3' of air-07");
        node.refuse(message("city/air-07", "{}"), RejectReason.UNKNOWN_PROPERTY, "no series 'o3' of air-07");
        node.pipeline.decides = message -> node.refuse(message, RejectReason.UNIT, "o3 in 'ppb'");
        var run = node.rejected.runAgain(new Selection.Reason(RejectReason.UNKNOWN_PROPERTY), "tina");
        await().until(() -> run.get().ended());
        assertThat(run.get()).isEqualTo(new Progress(2, 0, 2, 0, true));
        assertThat(node.table.listGroups()).singleElement().satisfies(group -> {
            assertThat(group.reason()).isEqualTo(RejectReason.UNIT);
            assertThat(group.messages()).isEqualTo(2);
            assertThat(group.kept()).isEqualTo(2);
        });
        assertThat(messages()).isEqualTo(2);
    }

    @Test
    void aNodeThatDiesInBetweenLosesNothingAndAnotherRunsItAgainLater() {
        var dying = new Node();
        dying.refuse(message("city/air-07", "{}"), RejectReason.MALFORMED, "not JSON");
        dying.pipeline.settles = false;
        var group = new Selection.Group(dying.rejected.listGroups().getFirst().id());
        dying.rejected.runAgain(group, "tina");
        await().until(() -> dying.pipeline.taken.size() == 1);
        var other = new Node();
        assertThat(other.run(group)).as("the first node has it").isEqualTo(Progress.NOTHING);
        assertThat(messages()).isEqualTo(1);
        SQL.sql("UPDATE kept_message SET claimed_until = now() - INTERVAL '1 second'")
                .update();
        assertThat(other.run(group)).isEqualTo(new Progress(1, 1, 0, 0, true));
        assertThat(messages()).isZero();
    }

    @Test
    void twoNodesRunEachMessageOnce() {
        var one = new Node();
        var other = new Node();
        for (var minute = 0; minute < 4; minute++) {
            now = NOON.plusSeconds(60L * minute);
            for (var n = 0; n < 10; n++)
                one.refuse(message("city/air-07", "{}", now), RejectReason.MALFORMED, "not JSON");
        }
        var group = new Selection.Group(one.rejected.listGroups().getFirst().id());
        var ofOne = one.rejected.runAgain(group, "tina");
        var ofOther = other.rejected.runAgain(group, "tom");
        await().until(() -> ofOne.get().ended() && ofOther.get().ended());
        assertThat(one.pipeline.taken.size() + other.pipeline.taken.size()).isEqualTo(40);
        assertThat(messages()).isZero();
    }

    @Test
    void whatIsDeletedIsGoneWithItsCounters() {
        var node = new Node();
        node.refuse(message("city/air-07", "{}"), RejectReason.MALFORMED, "not JSON");
        node.refuse(message("city/air-08", "{}"), RejectReason.UNIT, "pm10 in 'ppb'");
        assertThat(node.rejected.delete(new Selection.Reason(RejectReason.MALFORMED), "tina"))
                .isEqualTo(1);
        assertThat(node.table.listGroups()).extracting(RefusalGroup::sender).containsExactly("air-08");
        assertThat(audit.entries())
                .extracting(Entry::deed, Entry::object)
                .containsExactly(tuple(Deed.MESSAGES_DELETED, "MALFORMED"));
    }

    @Test
    void whatIsDeletedWhileItRunsStaysDeletedEvenIfItIsRefusedAgain() {
        var node = new Node();
        node.refuse(message("city/air-07", "{}"), RejectReason.MALFORMED, "not JSON");
        var group = new Selection.Group(node.rejected.listGroups().getFirst().id());
        node.pipeline.decides = message -> {
            node.rejected.delete(group, "tina");
            node.refuse(message, RejectReason.MALFORMED, "not JSON");
        };
        assertThat(node.run(group).ended()).isTrue();
        assertThat(messages()).isZero();
    }

    @Test
    void theSameBatchAfterALostAnswerIsKeptOnce() {
        var node = new Node();
        var batch = List.of(new Rejection(message("city/air-07", "{}"), RejectReason.MALFORMED, "not JSON", 1));
        var failing = new AtomicInteger(1);
        var kept = new KeptMessages(
                new KeptMessageTable(SQL, transactions(CONNECTIONS), SETTINGS) {
                    @Override
                    void write(Plan plan) {
                        super.write(plan);
                        if (failing.getAndDecrement() > 0) throw new IllegalStateException("the answer is lost");
                    }
                },
                new UnderWay(),
                SETTINGS,
                () -> now);
        try {
            kept.keep(batch);
        } catch (IllegalStateException e) {
            kept.keep(batch);
        }
        assertThat(messages()).isEqualTo(1);
        assertThat(node.table.listGroups().getFirst().kept()).isEqualTo(1);
    }

    private static TransactionTemplate transactions(DataSource source) {
        return new TransactionTemplate(new JdbcTransactionManager(source));
    }

    private static long messages() {
        return number("SELECT count(*) FROM kept_message");
    }

    private static long groups() {
        return number("SELECT count(*) FROM refusal_group");
    }

    private static long bytes() {
        return number("SELECT coalesce(sum(payload_bytes), 0) FROM kept_message");
    }

    private static long number(String question) {
        return SQL.sql(question).query((row, n) -> row.getLong(1)).single();
    }

    private InboundMessage message(String topic, String payload) {
        return message(topic, payload, NOON);
    }

    private static InboundMessage message(String topic, String payload, Instant at) {
        return new InboundMessage("cockpit", topic, payload.getBytes(UTF_8), 0, true, at, new Delivery() {
            @Override
            public void acknowledge() {}

            @Override
            public boolean isOpen() {
                return true;
            }
        });
    }

    /** A node with everything behind the pipeline, which a test decides about. */
    private final class Node {

        final KeptMessageTable table;
        final UnderWay underWay = new UnderWay();
        final KeptMessages kept;
        final Pipeline pipeline = new Pipeline();
        final Rerunner rerunner;
        final RejectedMessages rejected;

        Node() {
            this(CONNECTIONS);
        }

        Node(DataSource connections) {
            table = new KeptMessageTable(JdbcClient.create(connections), transactions(connections), SETTINGS);
            kept = new KeptMessages(table, underWay, SETTINGS, () -> now);
            rerunner = new Rerunner(table, pipeline, underWay);
            rejected = new StoredRejectedMessages(
                    table, new Groups(table, fresh()), rerunner, audit, transactions(connections));
            nodes.add(this);
        }

        void refuse(InboundMessage message, RejectReason reason, String detail) {
            kept.keep(List.of(new Rejection(message, reason, detail, 1)));
        }

        void flood(String topic, int messages) {
            for (var batch = 0; batch < messages / 100; batch++)
                kept.keep(IntStream.range(0, 100)
                        .mapToObj(n -> new Rejection(message(topic, "{", now), RejectReason.MALFORMED, "not JSON", 1))
                        .toList());
        }

        Progress run(Selection selection) {
            var run = rejected.runAgain(selection, "tina");
            await().until(() -> run.get().ended());
            return run.get();
        }
    }

    /** A clock by which no answer is fresh enough. */
    private static java.time.InstantSource fresh() {
        var seconds = new AtomicInteger();
        return () -> NOON.plusSeconds(10L * seconds.incrementAndGet());
    }

    /** Takes every message, unless the test decides otherwise, and acknowledges it. */
    private static final class Pipeline implements MessageHandler {

        final List<InboundMessage> taken = new CopyOnWriteArrayList<>();
        volatile Consumer<InboundMessage> decides = message -> {};
        volatile boolean settles = true;

        @Override
        public List<String> topicFilters() {
            return List.of("city/#");
        }

        @Override
        public int room() {
            return 1_000;
        }

        @Override
        public boolean handle(InboundMessage message) {
            taken.add(message);
            decides.accept(message);
            if (settles) message.acknowledge();
            return true;
        }
    }
}
