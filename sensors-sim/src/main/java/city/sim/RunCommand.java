package city.sim;

import city.sim.BackFill.Reporting;
import city.sim.Simulator.Failure;
import city.sim.Stretches.Stretch;
import city.sim.Told.UnusableStateException;
import city.sim.broker.BrokerConnection;
import city.sim.broker.BrokerException;
import city.sim.nature.DemoCity;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        description = {
            "Is the sensors of the demo city: reports live until it is stopped, and fills in the last 30 days.",
            "With --from it tells a part of the past instead, at any speed, and ends."
        },
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    private static final long USUAL_SEED = 1;
    private static final int HIGHEST_RATE = 50;
    private static final ZoneId TOWN = ZoneId.of("Europe/Berlin");

    @Spec
    private @Nullable CommandSpec command;

    @Mixin
    private BrokerOptions broker = new BrokerOptions();

    @Mixin
    private ScenarioOptions scenario = new ScenarioOptions();

    @Option(names = "--seed", paramLabel = "N", description = "Which of many possible cities (usually 1).")
    private @Nullable Long seed;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "Remembers what is published, so that a later run fills only the gap.")
    private @Nullable Path state;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Report live N times as often as the sensors are set to (1 to 50).")
    private @Nullable Integer rate;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Tell the past from then on, such as 2025-01-01 or 2025-01-01T12:00:00Z.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Tell the past until then (usually now).")
    private @Nullable String to;

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = {
                "Tell the past N times as fast as it happened (usually 'max', as fast as a cockpit stores it).",
                "1 is real time. A year is some 13 million readings, which take a cockpit about eleven minutes."
            })
    private @Nullable String speed;

    @Option(
            names = "--sensors",
            paramLabel = "NAME",
            split = ",",
            description = "Tell only what these sensors said in the past, with commas in between.")
    private List<String> only = List.of();

    @Override
    public Integer call() throws Failure, InterruptedException {
        if (from == null) return live();
        if (state != null || rate != null)
            throw broker.problem("--state and --rate belong to the live city; leave them away with --from.");
        return past();
    }

    private int live() throws Failure, InterruptedException {
        if (to != null || speed != null) throw broker.problem("--to and --speed need a time to start --from.");
        if (!only.isEmpty()) throw broker.problem("--sensors needs a time to start --from; live all of them report.");
        var often = rate == null ? 1 : rate;
        if (often < 1 || often > HIGHEST_RATE) throw broker.problem("--rate is a number from 1 to 50.");
        var told = told();
        var fleet = new SensorFleet(
                broker.address(),
                scenario.story(told.seed(), Clock.systemUTC()),
                told,
                often,
                Clock.systemUTC(),
                line -> Simulator.out(Options.given(command)).println(line));
        Runtime.getRuntime().addShutdownHook(new Thread(fleet::close, "stop"));
        fleet.run();
        return 0;
    }

    private int past() throws Failure, InterruptedException {
        var stretch = stretch(Clock.systemUTC().instant());
        var motion = new FastMotion(
                scenario.story(seed == null ? USUAL_SEED : seed, Clock.systemUTC()),
                chosen(),
                broker.speed(speed == null ? "max" : speed),
                atMost -> {
                    Thread.sleep(atMost);
                    return false;
                });
        try (var connection =
                BrokerConnection.open(broker.address(), BrokerConnection.uniqueId("past"), Optional.empty())) {
            var result = motion.tell(stretch, connection);
            Simulator.out(Options.given(command))
                    .printf(
                            Locale.ROOT,
                            "%,d readings from %s to %s told in %.1f s%n",
                            result.readings(),
                            stretch.after(),
                            stretch.until(),
                            result.time().toMillis() / 1e3);
            return 0;
        } catch (BrokerException e) {
            throw Failure.of(e);
        }
    }

    private List<Reporting> chosen() {
        var all = SensorFleet.sensors(1);
        var names = all.stream().map(one -> one.sensor().name()).toList();
        for (var name : only) if (!names.contains(name)) throw broker.problem("The city has no sensor " + name + ".");
        return all.stream()
                .filter(one -> only.isEmpty() || only.contains(one.sensor().name()))
                .toList();
    }

    private Stretch stretch(Instant now) {
        var begin = time("--from", Options.given(from));
        var end = to == null ? now : time("--to", to);
        if (begin.isBefore(DemoCity.BEGINNING))
            throw broker.problem("The city begins at %s.".formatted(DemoCity.BEGINNING));
        if (!begin.isBefore(end) || end.isAfter(now))
            throw broker.problem("--from is before --to, and neither is in the future.");
        return new Stretch(begin, end);
    }

    /** A day begins when it does in the town. */
    private Instant time(String option, String given) {
        try {
            return given.contains("T")
                    ? Instant.parse(given)
                    : LocalDate.parse(given).atStartOfDay(TOWN).toInstant();
        } catch (DateTimeException e) {
            throw broker.problem("%s is a day like 2025-01-01 or a time like 2025-01-01T12:00:00Z.".formatted(option));
        }
    }

    private Told told() {
        var wantedSeed = seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
        if (state == null) return Told.inMemory(wantedSeed.orElse(USUAL_SEED));
        try {
            return Told.in(state, wantedSeed, USUAL_SEED);
        } catch (UnusableStateException e) {
            throw broker.problem(e.getMessage());
        }
    }
}
