package city.cockpit.alerts;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import city.cockpit.alerts.AlertOutbox.Letter;
import city.cockpit.alerts.AlertOutbox.Matter;
import city.cockpit.alerts.Dispatch.News;
import city.cockpit.alerts.Dispatch.NotToldException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells what the outbox holds, every few seconds on the thread {@code alert-notifier}, each recipient all that is due in one
 * message. What cannot be told stays there and is tried again, later and later.
 */
@Component
class Notifier implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Notifier.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final AlertOutbox outbox;
    private final RecipientTable recipients;
    private final IncidentTable incidents;
    private final Map<Recipient.Channel, Dispatch> ways;
    private final InstantSource clock;
    private boolean waiting;
    private volatile @Nullable ScheduledExecutorService thread;

    Notifier(
            AlertOutbox outbox,
            RecipientTable recipients,
            IncidentTable incidents,
            List<Dispatch> ways,
            InstantSource clock) {
        this.outbox = outbox;
        this.recipients = recipients;
        this.incidents = incidents;
        this.ways = ways.stream().collect(toMap(Dispatch::channel, Function.identity()));
        this.clock = clock;
    }

    /** Tells what is due. Blocks; one thread. */
    void tell() {
        var due = outbox.take(clock.instant());
        if (due.isEmpty()) return;
        var known = recipients.list().stream().collect(toMap(Recipient::name, Function.identity()));
        due.stream()
                .collect(groupingBy(Letter::recipient, LinkedHashMap::new, toList()))
                .forEach((name, letters) -> {
                    var recipient = known.get(name);
                    if (recipient != null) tell(recipient, letters);
                });
    }

    private void tell(Recipient recipient, List<Letter> letters) {
        var news = letters.stream()
                .flatMap(letter -> news(letter.matter()).stream())
                .toList();
        try {
            if (!news.isEmpty()) way(recipient).tell(recipient, news);
            outbox.sent(letters, clock.instant());
        } catch (NotToldException e) {
            log.debug("{} was not told of {} matters: {}", recipient.name(), letters.size(), e.getMessage());
            outbox.failed(letters, e.why(), clock.instant());
        }
    }

    private Optional<News> news(Matter matter) {
        return switch (matter) {
            case Matter.OfIncident(var id, var kind) ->
                incidents.find(id).map(incident -> new News.OfIncident(incident, kind));
            case Matter.OfReport(var report) -> Optional.of(new News.OfReport(report));
        };
    }

    private Dispatch way(Recipient recipient) throws NotToldException {
        var way = ways.get(recipient.channel());
        if (way == null)
            throw new NotToldException(Untold.Reason.OTHER, "there is no way to tell by " + recipient.channel());
        return way;
    }

    /** Tries the way to a recipient, kept or not. Blocks for some seconds. */
    void test(Recipient recipient) throws NotToldException {
        way(recipient).tell(recipient, List.of());
    }

    private void run() {
        try {
            tell();
            waiting = false;
        } catch (RuntimeException e) {
            if (!waiting) log.warn("Nobody is told of incidents at the moment: {}", e.toString());
            log.debug("The failure", e);
            waiting = true;
        }
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("alert-notifier").daemon().factory());
        var _ = started.scheduleWithFixedDelay(this::run, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    @Override
    public void stop() {
        var started = thread;
        if (started != null) started.shutdownNow();
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
