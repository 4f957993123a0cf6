package city.cockpit.platform;

import city.cockpit.mqtt.BrokerRefusedException;
import city.cockpit.secret.SecretFileException;
import city.cockpit.transport.TransportException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Finds, among the causes of a failed start, the one that was made for a person to read. */
final class StartRefusal implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof StartRefusedException
                    || cause instanceof BrokerRefusedException
                    || cause instanceof SecretFileException
                    || cause instanceof TransportException) return new FailureAnalysis(cause.getMessage(), null, cause);
        return null;
    }
}
