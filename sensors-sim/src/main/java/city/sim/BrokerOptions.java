package city.sim;

import city.sim.broker.BrokerAddress;
import city.sim.broker.Trust;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options of every command that publishes. */
final class BrokerOptions {

    @Spec(Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--broker",
            required = true,
            paramLabel = "URI",
            description = "Broker to publish to, such as mqtt://localhost:1883 or mqtts://town.example:8883.")
    private @Nullable URI uri;

    @Option(names = "--username", paramLabel = "NAME", description = "User name at the broker.")
    private @Nullable String username;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "File with the password of that user; without it the environment's SENSORS_PASSWORD counts.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            description =
                    "Certificate (PEM) of who vouches for an encrypted broker (mqtts://), if Java does not know it.")
    private @Nullable Path authority;

    BrokerAddress address() {
        try {
            return new BrokerAddress(Options.given(uri), login(), trust());
        } catch (IllegalArgumentException e) {
            throw problem(e.getMessage());
        }
    }

    private Optional<BrokerAddress.Login> login() {
        if (username == null && passwordFile == null) return Optional.empty();
        if (username == null || password().isEmpty()) throw problem("--username and --password-file belong together.");
        return Optional.of(new BrokerAddress.Login(username, password().get()));
    }

    private Optional<Trust> trust() {
        if (authority == null) return Optional.empty();
        try {
            return Optional.of(Trust.in(authority));
        } catch (IOException e) {
            throw problem("The file '%s' cannot be read or holds no certificate in PEM form.".formatted(authority));
        }
    }

    private Optional<String> password() {
        if (passwordFile == null) return Optional.ofNullable(System.getenv("SENSORS_PASSWORD"));
        try {
            return Optional.of(Files.readString(passwordFile).strip());
        } catch (IOException e) {
            throw problem("The password file '%s' cannot be read.".formatted(passwordFile));
        }
    }

    /** What {@code --speed} says: empty for as fast as possible. */
    OptionalDouble speed(String given) {
        if ("max".equals(given)) return OptionalDouble.empty();
        try {
            var times = Double.parseDouble(given);
            if (times > 0 && Double.isFinite(times)) return OptionalDouble.of(times);
        } catch (NumberFormatException e) {
            // The same sentence as for numbers that are no speed.
        }
        throw problem("--speed is a number above 0 or 'max'.");
    }

    ParameterException problem(@Nullable String sentence) {
        return new ParameterException(Options.given(command).commandLine(), Options.given(sentence));
    }
}
