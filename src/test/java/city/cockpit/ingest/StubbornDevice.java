package city.cockpit.ingest;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import city.cockpit.mqtt.Device;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;

/** A device that publishes numbered readings at a pace and repeats what the broker has not confirmed, until it has. */
final class StubbornDevice implements AutoCloseable {

    private static final int STEPS = 10;

    private final URI broker;
    private final String password;
    private final int aSecond;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final CountDownLatch finishing = new CountDownLatch(1);
    private @Nullable Device device;
    private volatile boolean isSure = true;
    private volatile int confirmed;

    /** Begins at once. */
    StubbornDevice(URI broker, String password, int aSecond) {
        this.broker = broker;
        this.password = password;
        this.aSecond = aSecond;
        var _ = thread.scheduleAtFixedRate(this::step, 0, 1_000 / STEPS, TimeUnit.MILLISECONDS);
    }

    private void step() {
        if (finishing.getCount() == 0 && isSure) return;
        isSure = false;
        try {
            var open = device == null ? new Device(broker, password) : device;
            device = open;
            var end = confirmed + aSecond / STEPS;
            for (var number = confirmed; number < end; number++) Measured.send(open, number);
            open.confirm();
            confirmed = end;
            isSure = true;
        } catch (MqttException e) {
            hangUp();
        }
    }

    private void hangUp() {
        try {
            if (device != null) requireNonNull(device).close();
        } catch (MqttException e) {
            // It was gone already.
        }
        device = null;
    }

    /** How many the broker has confirmed: those from 0 to before it. */
    int confirmed() {
        return confirmed;
    }

    /** Stops as soon as everything that was sent is confirmed. */
    int finish() {
        finishing.countDown();
        await().atMost(Duration.ofMinutes(2)).until(() -> isSure);
        thread.shutdown();
        await().atMost(Duration.ofMinutes(2)).until(thread::isTerminated);
        hangUp();
        return confirmed;
    }

    @Override
    public void close() {
        finishing.countDown();
        thread.shutdownNow();
    }
}
