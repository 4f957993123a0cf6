package city.sim.replay;

import city.sim.broker.BrokerConnection;
import city.sim.broker.BrokerException;
import city.sim.broker.Message;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Publishes a recording in the order of its lines. */
public final class Replay {

    /** More refused lines than this are counted but not listed. */
    public static final int LISTED = 20;

    /**
     * What was done, also after a failure.
     *
     * @param lines read, without the one with the names
     * @param silent lines without any value
     * @param readings sent, one for each value
     * @param unacknowledged messages that were sent and never acknowledged
     * @param refused lines that were not understood, in total
     * @param failure why it ended early
     */
    public record Summary(
            long lines,
            long silent,
            long messages,
            long readings,
            long unacknowledged,
            long refused,
            List<Recording.Line.Refused> firstRefused,
            Optional<BrokerException> failure) {

        public Summary {
            firstRefused = List.copyOf(firstRefused);
        }

        public boolean isComplete() {
            return failure.isEmpty() && unacknowledged == 0;
        }
    }

    private final Recording recording;
    private final OptionalDouble speed;
    private final boolean shiftToNow;
    private final InstantSource clock;

    private final List<Recording.Line.Refused> firstRefused = new ArrayList<>();
    private long lines;
    private long silent;
    private long messages;
    private long readings;
    private long refused;

    /**
     * @param speed how many times as fast as it happened; empty for as fast as the broker takes it
     * @param shiftToNow whether the newest recorded time becomes the present, and every other moves along
     */
    public Replay(Recording recording, OptionalDouble speed, boolean shiftToNow, InstantSource clock) {
        this.recording = recording;
        this.speed = speed;
        this.shiftToNow = shiftToNow;
        this.clock = clock;
    }

    /** Blocks until everything is acknowledged or the connection has ended. To be called once, on a new connection. */
    public Summary to(BrokerConnection connection) throws IOException, InterruptedException {
        try {
            publish(connection);
            connection.drain();
            return summary(connection, Optional.empty());
        } catch (BrokerException e) {
            return summary(connection, Optional.of(e));
        }
    }

    private void publish(BrokerConnection connection) throws IOException, InterruptedException, BrokerException {
        var shift = shiftToNow ? Duration.between(newest(), clock.instant()) : Duration.ZERO;
        var pace = new Pace();
        try (var pass = recording.lines()) {
            for (var line = pass.next(); line.isPresent(); line = pass.next()) {
                lines++;
                switch (line.get()) {
                    case Recording.Line.Said(var message) -> {
                        pace.await(message.time());
                        send(
                                connection,
                                new Message(message.sensor(), message.time().plus(shift), message.values()));
                    }
                    case Recording.Line.Silent() -> silent++;
                    case Recording.Line.Refused refusal -> refuse(refusal);
                }
            }
        }
    }

    private void send(BrokerConnection connection, Message message) throws BrokerException {
        connection.send(message.topic(), message.payload());
        messages++;
        readings += message.values().size();
    }

    private void refuse(Recording.Line.Refused line) {
        refused++;
        if (firstRefused.size() < LISTED) firstRefused.add(line);
    }

    private Instant newest() throws IOException {
        var newest = Instant.MIN;
        try (var pass = recording.lines()) {
            for (var line = pass.next(); line.isPresent(); line = pass.next())
                if (line.get() instanceof Recording.Line.Said(var message)
                        && message.time().isAfter(newest)) newest = message.time();
        }
        return newest.equals(Instant.MIN) ? clock.instant() : newest;
    }

    private Summary summary(BrokerConnection connection, Optional<BrokerException> failure) {
        return new Summary(
                lines,
                silent,
                messages,
                readings,
                messages - connection.acknowledged(),
                refused,
                firstRefused,
                failure);
    }

    /** Keeps the distance of recorded times, shortened by the speed. What is late or out of order waits for nothing. */
    private final class Pace {

        private Optional<Instant> firstRecorded = Optional.empty();
        private long startNanos;

        void await(Instant recorded) throws InterruptedException {
            if (speed.isEmpty()) return;
            if (firstRecorded.isEmpty()) {
                firstRecorded = Optional.of(recorded);
                startNanos = System.nanoTime();
            }
            var due = Duration.between(firstRecorded.get(), recorded).toMillis() / speed.getAsDouble();
            var passed = (System.nanoTime() - startNanos) / 1e6;
            if (due > passed) Thread.sleep((long) (due - passed));
        }
    }
}
