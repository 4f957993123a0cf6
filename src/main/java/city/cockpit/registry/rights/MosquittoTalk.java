package city.cockpit.registry.rights;

import city.cockpit.mqtt.BrokerControl;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks the plug-in and waits for what it answers to this node. Any thread. */
final class MosquittoTalk {

    private static final Logger log = LoggerFactory.getLogger(MosquittoTalk.class);

    private final BrokerControl control;
    private final MosquittoCommands commands;
    private final JsonMapper json;
    private final Duration patience;
    private final Map<String, CompletableFuture<List<JsonNode>>> waiting = new ConcurrentHashMap<>();

    MosquittoTalk(BrokerControl control, MosquittoCommands commands, JsonMapper json, Duration patience) {
        this.control = control;
        this.commands = commands;
        this.json = json;
        this.patience = patience;
    }

    /** One answer to each command, in order; empty if none comes in time. Blocks. */
    Optional<List<JsonNode>> ask(Collection<ObjectNode> wishes) {
        if (!control.isOpen()) return Optional.empty();
        var mark = UUID.randomUUID().toString();
        var answer = new CompletableFuture<List<JsonNode>>();
        waiting.put(mark, answer);
        try {
            control.tell(commands.message(wishes, mark));
            return Optional.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            waiting.remove(mark);
        }
    }

    /** Hands an answer to who waits for it; there are those to other nodes, too. */
    void heard(String text) {
        try {
            var answers = json.readTree(text).path("responses");
            var answer = waiting.get(answers.path(0).path("correlationData").asString(""));
            if (answer != null)
                answer.complete(List.copyOf(answers.valueStream().toList()));
        } catch (JacksonException e) {
            log.debug("What the broker answered is not JSON", e);
        }
    }
}
