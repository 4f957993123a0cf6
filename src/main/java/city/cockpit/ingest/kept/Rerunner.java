package city.cockpit.ingest.kept;

import city.cockpit.ingest.kept.UnderWay.Flight;
import city.cockpit.mqtt.InboundMessage;
import city.cockpit.mqtt.InboundMessage.Delivery;
import city.cockpit.mqtt.MessageHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Gives kept messages to the pipeline again, a hundred at a time, on one thread. Each is taken by one node only, goes the
 * way of every message with the time of its first arrival, and is forgotten after its readings are stored. Whatever
 * happens in between, the copy is still there: it is free again two minutes after its node died.
 */
@Component
class Rerunner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Rerunner.class);
    private static final int AT_ONCE = 100;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);
    private static final Duration BETWEEN_CLAIMS = Duration.ofSeconds(30);

    /** Longer than any outage somebody sits through; then what is not settled is given up and stays kept. */
    private static final int MOST_CLAIMS = 60;

    private final KeptMessageTable table;
    private final MessageHandler pipeline;
    private final UnderWay underWay;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final AtomicInteger open = new AtomicInteger();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("run-again").daemon().factory());

    Rerunner(KeptMessageTable table, MessageHandler pipeline, UnderWay underWay) {
        this.table = table;
        this.pipeline = pipeline;
        this.underWay = underWay;
    }

    /** Runs them again, one run after the other. Returns at once. */
    Run start(List<UUID> messages) {
        var run = new Run(messages);
        open.incrementAndGet();
        try {
            thread.execute(() -> work(run));
        } catch (RejectedExecutionException e) {
            log.debug("Stopping: nothing is run again", e);
            end(run);
        }
        return run;
    }

    /** Whether some run has not ended. */
    boolean isBusy() {
        return open.get() > 0;
    }

    private void work(Run run) {
        try {
            for (var from = 0; from < run.messages().size() && !isStopping(); from += AT_ONCE)
                work(
                        run,
                        run.messages()
                                .subList(
                                        from,
                                        Math.min(from + AT_ONCE, run.messages().size())));
        } catch (InterruptedException e) {
            log.debug("Stopped; what was not settled is still kept", e);
        } catch (RuntimeException e) {
            log.warn("Messages could not be run again and are still kept", e);
        } finally {
            end(run);
        }
    }

    private void end(Run run) {
        run.end();
        open.decrementAndGet();
    }

    private void work(Run run, List<UUID> wanted) throws InterruptedException {
        var claimed = table.claim(wanted);
        run.add(0, 0, wanted.size() - claimed.size());
        var trips = new ArrayList<Trip>();
        try {
            for (var message : claimed) trips.add(new Trip(message));
            for (var trip : trips) trip.send();
            await(trips);
        } finally {
            trips.forEach(trip -> underWay.landed(trip.message));
        }
        var taken = trips.stream().filter(Trip::isTaken).map(Trip::id).toList();
        table.forget(taken);
        run.add(taken.size(), (int) trips.stream().filter(Trip::isRefused).count(), 0);
    }

    private void await(List<Trip> trips) throws InterruptedException {
        for (var claims = 0; claims < MOST_CLAIMS && !isStopping(); claims++) {
            var deadline = System.nanoTime() + BETWEEN_CLAIMS.toNanos();
            for (var trip : trips) trip.await(deadline - System.nanoTime());
            var open = trips.stream()
                    .filter(trip -> !trip.isSettled())
                    .map(Trip::id)
                    .toList();
            if (open.isEmpty()) return;
            table.claimOn(open);
        }
    }

    private boolean isStopping() {
        return stop.getCount() == 0;
    }

    /** After the pipeline, which settles what is under way when it stops. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {}

    @Override
    public void stop() {
        stop.countDown();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(2, TimeUnit.SECONDS)) thread.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !isStopping();
    }

    /** One message on its way through the pipeline. */
    private final class Trip implements Delivery {

        private final Flight flight;
        private final InboundMessage message;
        private final CountDownLatch settled = new CountDownLatch(1);

        Trip(KeptMessage kept) {
            flight = new Flight(kept.id());
            message = new InboundMessage(
                    kept.connection(),
                    kept.topic(),
                    kept.payload().bytes(),
                    1,
                    kept.retained(),
                    kept.arrivedAt(),
                    this);
        }

        void send() throws InterruptedException {
            underWay.started(message, flight);
            while (!pipeline.handle(message)) if (stop.await(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS)) return;
        }

        @Override
        public void acknowledge() {
            settled.countDown();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        void await(long nanos) throws InterruptedException {
            var _ = settled.await(nanos, TimeUnit.NANOSECONDS);
        }

        UUID id() {
            return flight.message();
        }

        boolean isSettled() {
            return settled.getCount() == 0;
        }

        boolean isRefused() {
            return isSettled() && flight.isRefused();
        }

        boolean isTaken() {
            return isSettled() && !flight.isRefused();
        }
    }
}
