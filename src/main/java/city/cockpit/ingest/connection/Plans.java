package city.cockpit.ingest.connection;

import city.cockpit.mqtt.BrokerDetails;
import city.cockpit.mqtt.ConnectionPlan;
import city.cockpit.secret.Secrets;
import city.cockpit.transport.TrustedAuthority;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** What this node asks a broker for. Any thread. */
@Component
class Plans {

    private static final int NODE_LENGTH = 8;

    private final PasswordSeal seal;
    private final Supplier<String> node;

    Plans(PasswordSeal seal, ConnectionSettings settings) {
        this.seal = seal;
        node = SingletonSupplier.of(
                () -> new Secrets(settings.data()).secret(Secrets.NODE).substring(0, NODE_LENGTH));
    }

    /** The password of a connection as it is kept; empty if it cannot be read, an empty text if there is none. */
    Optional<String> password(StoredConnection stored) {
        return stored.password().map(kept -> seal.open(kept, stored.wish())).orElse(Optional.of(""));
    }

    /** For good: a session of this node's own, which the broker keeps. */
    ConnectionPlan standing(StoredConnection stored, String password) {
        var wish = stored.wish();
        return new ConnectionPlan(
                stored.name(),
                broker(wish, password),
                wish.clientId() + "-" + stored.name() + "-" + node.get(),
                wish.filters(),
                stored.formerFilters(),
                1);
    }

    /** For a look: nothing is taken from others who share a group. */
    ConnectionPlan trial(Wish wish, String password) {
        return new ConnectionPlan(
                "trial",
                broker(wish, password),
                wish.clientId() + "-" + UUID.randomUUID().toString().substring(0, NODE_LENGTH),
                wish.topics().stream().map(topic -> topic.filter()).distinct().toList(),
                List.of(),
                0);
    }

    private static BrokerDetails broker(Wish wish, String password) {
        return new BrokerDetails(
                URI.create(wish.address()),
                wish.username(),
                password,
                Optional.of(wish.certificate()).filter(pem -> !pem.isEmpty()).map(TrustedAuthority.InText::new));
    }
}
