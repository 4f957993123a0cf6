package city.cockpit.registry;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends the start over a wrong table of sensors with its sentence instead of a stack trace. */
class SensorTableFailure extends AbstractFailureAnalyzer<SensorTableException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, SensorTableException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Mend the file that cockpit.registry.sensors (--sensors) names.",
                cause);
    }
}
