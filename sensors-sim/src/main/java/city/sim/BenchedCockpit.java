package city.sim;

import city.sim.Simulator.Failure;
import city.sim.bench.BenchException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What every benchmark is told, and how it reports: a table to read and, if wanted, a flat JSON object. */
final class BenchedCockpit {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Spec(Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--cockpit-jar",
            required = true,
            paramLabel = "JAR",
            description = "The packaged cockpit to measure.")
    private @Nullable Path jar;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures as a flat JSON object.")
    private @Nullable Path json;

    /** A measurement: figures by name. */
    @FunctionalInterface
    interface Measurement {
        Map<String, Double> take() throws BenchException, IOException, InterruptedException;
    }

    Path jar() {
        var file = Options.given(jar);
        if (!Files.isRegularFile(file)) throw problem("There is no packaged cockpit at '%s'.".formatted(file));
        return file;
    }

    void report(Measurement measurement) throws Failure, InterruptedException {
        try {
            var figures = rounded(measurement.take());
            var out = Simulator.out(Options.given(command));
            figures.forEach((name, figure) -> out.printf("%-40s %12s%n", name, figure.toPlainString()));
            if (json != null) Files.writeString(json, JSON.writeValueAsString(figures) + "\n");
        } catch (BenchException | IOException e) {
            throw new Failure(String.valueOf(e.getMessage()));
        }
    }

    ParameterException problem(String sentence) {
        return new ParameterException(Options.given(command).commandLine(), sentence);
    }

    private static Map<String, BigDecimal> rounded(Map<String, Double> figures) {
        var rounded = new LinkedHashMap<String, BigDecimal>();
        figures.forEach((name, figure) ->
                rounded.put(name, BigDecimal.valueOf(figure).setScale(figure < 1_000 ? 3 : 0, RoundingMode.HALF_UP)));
        return rounded;
    }
}
