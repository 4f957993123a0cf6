package city.sim;

import city.sim.Simulator.Failure;
import city.sim.bench.BenchException;
import city.sim.bench.HistoryBench;
import city.sim.bench.IngestBench;
import city.sim.bench.IngestBench.Broker;
import city.sim.bench.IngestBench.Part;
import city.sim.bench.IngestBench.Thoroughness;
import city.sim.bench.LiveBench;
import city.sim.bench.PublicBench;
import city.sim.bench.PushBench;
import city.sim.bench.StartBench;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reports as a table to read and, if wanted, as a flat JSON object. */
@Command(
        name = "bench",
        description = {
            "Measures a packaged cockpit on a temporary data folder.",
            "  start   seconds from the start of the process to the first page, first and later",
            "  history seconds to fill in 30 days of the simulated town, and how the first page answers meanwhile; by",
            "          ./cockpit bench history besides, what questions about a year of twenty series cost in either database",
            "          and how long a reader waits for its chart",
            "  ingest  messages stored per second beside what a bare subscriber takes, with 1 and with 3 values a message,",
            "          on the embedded broker and, where there is one, on Mosquitto; milliseconds from publishing to commit;",
            "          what a thousand rules take of it; about 40 minutes, or one broker and one part at a time",
            "  live    milliseconds from publishing to the changed tile in a real browser at 2,000 messages/s, with that page",
            "          alone and with 200 open; what the pages cost the cockpit. The other 199 take every push and draw nothing",
            "  push    processor time and heap of 500 open pages of staff at one update a second, heap of those that sleep,",
            "          and seconds until all of them are back after a restart; pages as in live, about seven minutes",
            "  public  milliseconds to the first page while a thousand visitors come within a minute and half of them leave,",
            "          what staff notice of it, sessions given back, and the same beyond the limit; about seven minutes"
        },
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** What can be measured; written in lower case. */
    enum Name {
        START,
        HISTORY,
        INGEST,
        LIVE,
        PUSH,
        PUBLIC
    }

    @Spec
    private @Nullable CommandSpec command;

    @Parameters(paramLabel = "NAME", description = "start, history, ingest, live, push or public.")
    private Name name = Name.START;

    @Option(
            names = "--cockpit-jar",
            required = true,
            paramLabel = "JAR",
            description = "The packaged cockpit to measure.")
    private @Nullable Path jar;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures as a flat JSON object.")
    private @Nullable Path json;

    @Option(names = "--quick", description = "ingest: one run of short steps, in about twelve minutes.")
    private boolean isQuick;

    @Option(names = "--full", description = "ingest: ten minutes at half of the ceiling besides.")
    private boolean isFull;

    @Option(
            names = "--broker",
            paramLabel = "BROKER",
            description = "ingest: measure on this one only, mosquitto or embedded.")
    private @Nullable Broker broker;

    @Option(
            names = "--part",
            paramLabel = "PART",
            description =
                    "ingest: measure this only: paho (beside the bare subscriber, with publishers made of the same"
                            + " client library), light (the same with publishers that take next to nothing of the machine),"
                            + " pace (processor time, latency, 15,000 messages a second, a plain copy of the rows), soak"
                            + " (with --full: ten minutes at half of the ceiling) or rules (what is stored with and without a"
                            + " thousand rules, on the embedded broker).")
    private @Nullable Part part;

    @Option(
            names = "--mosquitto",
            paramLabel = "DIR",
            description = "ingest: an unpacked Mosquitto to measure on, besides the embedded broker.")
    private @Nullable Path mosquitto;

    @Option(
            names = "--chromium",
            paramLabel = "FILE",
            defaultValue = "${env:COCKPIT_CHROMIUM:-/usr/bin/chromium}",
            description = "live: the browser (${DEFAULT-VALUE}).")
    private @Nullable Path chromium;

    @Override
    public Integer call() throws Failure, InterruptedException {
        var cockpit = Options.given(jar);
        if (!Files.isRegularFile(cockpit)) throw problem("There is no packaged cockpit at '%s'.".formatted(cockpit));
        if (json != null && !Files.isDirectory(json.toAbsolutePath().resolveSibling(".")))
            throw problem("There is no folder for '%s'.".formatted(json));
        if (isQuick && isFull) throw problem("--quick and --full exclude each other.");
        if (mosquitto != null && !Files.isExecutable(mosquitto.resolve("usr/sbin/mosquitto")))
            throw problem("There is no Mosquitto in '%s'.".formatted(mosquitto));
        if (name == Name.LIVE && !Files.isExecutable(Options.given(chromium)))
            throw problem("There is no Chromium at '%s'.".formatted(chromium));
        try {
            report(rounded(measure(cockpit)));
            return 0;
        } catch (BenchException e) {
            throw new Failure(e.getMessage());
        } catch (IOException e) {
            throw new Failure("The measurement failed: %s.".formatted(e.getMessage()));
        }
    }

    private Map<String, Double> measure(Path cockpit) throws BenchException, IOException, InterruptedException {
        return switch (name) {
            case START -> new StartBench(cockpit).run();
            case HISTORY -> new HistoryBench(cockpit).run();
            case INGEST ->
                new IngestBench(
                                cockpit,
                                mosquitto,
                                howThoroughly(),
                                broker == null ? EnumSet.allOf(Broker.class) : EnumSet.of(broker),
                                part == null ? EnumSet.allOf(Part.class) : EnumSet.of(part),
                                this::tell)
                        .run();
            case LIVE -> new LiveBench(cockpit, Options.given(chromium)).run();
            case PUSH -> new PushBench(cockpit, this::tell).run();
            case PUBLIC -> new PublicBench(cockpit, this::tell).run();
        };
    }

    /** Beside the figures, which may go elsewhere. */
    private void tell(String step) {
        Options.given(command).commandLine().getErr().println(step);
    }

    private Thoroughness howThoroughly() {
        if (isQuick) return Thoroughness.QUICK;
        return isFull ? Thoroughness.FULL : Thoroughness.USUAL;
    }

    private void report(Map<String, BigDecimal> figures) throws IOException {
        var out = Simulator.out(Options.given(command));
        figures.forEach((figure, value) -> out.printf("%-60s %12s%n", figure, value.toPlainString()));
        if (json != null) Files.writeString(json, JSON.writeValueAsString(figures) + "\n");
    }

    private ParameterException problem(String sentence) {
        return new ParameterException(Options.given(command).commandLine(), sentence);
    }

    private static Map<String, BigDecimal> rounded(Map<String, Double> figures) {
        var rounded = new LinkedHashMap<String, BigDecimal>();
        figures.forEach((figure, value) ->
                rounded.put(figure, BigDecimal.valueOf(value).setScale(value < 1_000 ? 3 : 0, RoundingMode.HALF_UP)));
        return rounded;
    }
}
