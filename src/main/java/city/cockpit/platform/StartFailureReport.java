package city.cockpit.platform;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Tells the person at the terminal in one line why the cockpit did not start; everything else is in the log. */
final class StartFailureReport implements FailureAnalysisReporter {

    private static volatile boolean given;

    static boolean isGiven() {
        return given;
    }

    @Override
    public void report(FailureAnalysis analysis) {
        given = true;
        System.err.println(Sentence.of(String.valueOf(analysis.getDescription())));
    }
}
