package city.sim.bench;

import city.sim.bench.Taker.Storing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What a thousand rules, each about a series of its own, take of what one and the same cockpit stores: it is loaded
 * with more than it can take, and in turn has all the rules or none. A tenth of the rules is broken all the time, a tenth asks for
 * every reading, a tenth for hours, a tenth for silence.
 *
 * @param runs each with and without rules
 * @param seconds how long it is loaded in each turn: long enough for some looks at the rules
 */
record RulesBench(int runs, int seconds, Ceiling ceiling, Consumer<String> progress) {

    private static final int RULES = 1_000;
    private static final int CONNECTIONS = 2;
    private static final double FIRST_RATE = 15_000;
    private static final int COST_RATE = 8_000;
    private static final int WARM_UP_SECONDS = 20;

    /** More than can be taken, but not by much: what waits at the broker costs, too. */
    private static final double TOO_MUCH = 1.2;

    private static final long LONGEST_WAIT_NANOS = 120_000_000_000L;

    private static final List<String> COLUMNS =
            List.of("condition", "comparison", "bound", "value", "averaging", "lasting", "hysteresis");

    /** Of the rules with that number modulo ten one each is another one; the others are broken by nothing. */
    private enum Kind {
        BROKEN("BEYOND,ABOVE,FIXED,5,INSTANT,PT10S,1"),
        RISING("RISING,,,8,,PT10M,"),
        HOURLY("BEYOND,ABOVE,FIXED,30,HOUR,PT0S,0"),
        SILENT("SILENT,,,4,,PT20M,"),
        CALM("BEYOND,ABOVE,FIXED,30,INSTANT,PT10M,1");

        /** A cell of each of {@link #COLUMNS}. */
        private final String condition;

        Kind(String condition) {
            this.condition = condition;
        }

        private static Kind of(int number) {
            var kinds = values();
            return kinds[Math.min(number % 10, kinds.length - 1)];
        }
    }

    /** Figures by name. */
    Map<String, Double> on(Workbench bench, Path jar) throws BenchException, IOException, InterruptedException {
        var cockpit = bench.cockpit(
                jar,
                List.of("--cockpit.registry.demo=false", "--cockpit.registry.sensors=" + sensorTable(bench.folder())));
        cockpit.awaitFirstPage();
        var stored = new Storing(cockpit, cockpit.devices(), List.of());
        try (var database = EmbeddedDatabase.connect(cockpit.data())) {
            awaitLook(database, 0);
            write(database);
            return measured(stored, database);
        } catch (SQLException e) {
            throw new BenchException("The rules could not be written: " + e.getMessage());
        }
    }

    private Map<String, Double> measured(Storing stored, Connection database)
            throws BenchException, IOException, InterruptedException, SQLException {
        progress.accept("rules: warming up");
        turn(database, true);
        Ceiling.step(stored, 1, RulesBench::publishers, COST_RATE, WARM_UP_SECONDS);
        var rate = TOO_MUCH * ceiling.of(stored, 1, RulesBench::publishers, FIRST_RATE);
        var figures = new LinkedHashMap<String, Double>();
        figures.put("rules", (double) RULES);
        figures.put("rules_published_per_second", rate);
        var without = new Turns(runs);
        var with = new Turns(runs);
        var ratios = new double[runs];
        for (var run = 0; run < runs; run++) {
            // Whatever grows meanwhile meets both.
            for (var isOn : run % 2 == 0 ? List.of(false, true) : List.of(true, false)) {
                turn(database, isOn);
                (isOn ? with : without).load(stored, run, rate);
                if (isOn) with.look(database, run);
            }
            ratios[run] = with.rates[run] / without.rates[run];
            progress.accept(
                    "rules, run %d: without %,.0f, with %,.0f messages/s, ratio %.3f; %.1f and %.1f µs a message"
                            .formatted(
                                    run + 1,
                                    without.rates[run],
                                    with.rates[run],
                                    ratios[run],
                                    without.costs[run],
                                    with.costs[run]));
        }
        figures.put("rules_none_stored_per_second", IngestBench.median(without.rates));
        figures.put("rules_1000_stored_per_second", IngestBench.median(with.rates));
        figures.put("rules_ratio", IngestBench.median(ratios));
        figures.put("rules_none_cpu_microseconds", IngestBench.median(without.costs));
        figures.put("rules_1000_cpu_microseconds", IngestBench.median(with.costs));
        figures.put("rules_1000_incidents_open", IngestBench.median(with.open));
        figures.put("rules_1000_looked_at_seconds_ago", IngestBench.median(with.behind));
        return figures;
    }

    /** What was measured in each run, with or without rules. */
    private final class Turns {

        private final double[] rates;
        private final double[] costs;
        private final double[] open;
        private final double[] behind;

        Turns(int runs) {
            rates = new double[runs];
            costs = new double[runs];
            open = new double[runs];
            behind = new double[runs];
        }

        private void load(Storing stored, int run, double rate)
                throws BenchException, IOException, InterruptedException {
            rates[run] = Ceiling.step(stored, 1, RulesBench::publishers, (int) rate, seconds);
            var before = Usage.cpuSeconds(stored.processes());
            var messages = stored.taken(1);
            Ceiling.step(stored, 1, RulesBench::publishers, COST_RATE, seconds);
            costs[run] = (Usage.cpuSeconds(stored.processes()) - before) * 1e6 / (stored.taken(1) - messages);
        }

        /** Rules that nobody looks at cost nothing; those that are broken must have been found. */
        private void look(Connection database, int run) throws BenchException, SQLException {
            open[run] = number(database, "SELECT count(*) FROM incident WHERE state IN ('RAISED', 'ACKNOWLEDGED')");
            behind[run] = number(
                    database, "SELECT extract(epoch FROM clock_timestamp() - evaluated_until) FROM alert_progress");
            if (open[run] != RULES / 10)
                throw new BenchException("%.0f of %d incidents were found.".formatted(open[run], RULES / 10));
        }
    }

    private static Senders publishers(Taker taker, int values) throws IOException {
        return Publishers.ofManySensors(taker.address(), Clock.systemUTC(), CONNECTIONS, RULES);
    }

    /** Switches all of them and waits until the cockpit has noticed. */
    private static void turn(Connection database, boolean on)
            throws BenchException, SQLException, InterruptedException {
        try (var statement = database.prepareStatement("""
                UPDATE alert_rule SET is_on = ?, definition = definition || jsonb_build_object('on', ?::text),
                       version = version + 1, active_from = now()
                 WHERE is_on <> ?""")) {
            statement.setBoolean(1, on);
            statement.setString(2, Boolean.toString(on));
            statement.setBoolean(3, on);
            statement.executeUpdate();
        }
        // The look that goes on may still have the rules that were there before.
        awaitLook(database, awaitLook(database, number(database, "SELECT extract(epoch FROM clock_timestamp())")));
    }

    /** Waits for a look after that time, and returns when it was. */
    private static double awaitLook(Connection database, double time)
            throws BenchException, SQLException, InterruptedException {
        var start = System.nanoTime();
        while (true) {
            var look = number(database, "SELECT extract(epoch FROM evaluated_until) FROM alert_progress");
            if (look > time) return look;
            if (System.nanoTime() - start > LONGEST_WAIT_NANOS) throw new BenchException("Nobody looks at the rules.");
            Thread.sleep(100);
        }
    }

    private static double number(Connection database, String question) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getDouble(1);
        }
    }

    /** Instead of those that ship. */
    private static void write(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.executeUpdate(
                    "UPDATE alert_rule SET is_removed = true, version = version + 1, changed_by = 'bench'");
        }
        try (var rules = database.prepareStatement("""
                INSERT INTO alert_rule (key, definition, is_on, version, active_from, changed_by)
                VALUES (?, ?::jsonb, false, 1, now(), 'bench')""")) {
            for (var number = 0; number < RULES; number++) {
                rules.setString(1, "bench-" + number);
                rules.setString(2, definition(number));
                rules.addBatch();
            }
            rules.executeBatch();
        }
    }

    /** As the cockpit keeps it. */
    private static String definition(int number) {
        var condition = Kind.of(number).condition.split(",", -1);
        var texts = new ArrayList<>(List.of(
                text("key", "bench-" + number),
                text("property", Load.PROPERTIES.getFirst()),
                text("sites", "bench-" + number),
                text("together", "false"),
                text("severity", "WARNING"),
                text("on", "false")));
        for (var column = 0; column < condition.length; column++)
            texts.add(text(COLUMNS.get(column), condition[column]));
        return "{" + String.join(",", texts) + "}";
    }

    private static String text(String column, String text) {
        return "\"%s\":\"%s\"".formatted(column, text);
    }

    private static Path sensorTable(Path folder) throws IOException {
        var lines = new ArrayList<>(List.of("municipality_key,municipality,time_zone,site,site_name,latitude,longitude,"
                + "sensor,property,interval_seconds,capacity,simulated"));
        IntStream.range(0, RULES)
                .forEach(number -> lines.add(
                        "00000000,Musterstadt,Europe/Berlin,bench-%1$d,Bench %1$d,50.9,9.7,bench-%1$d,%2$s,60,,true"
                                .formatted(number, Load.PROPERTIES.getFirst())));
        return Files.write(folder.resolve("sensors.csv"), lines);
    }
}
