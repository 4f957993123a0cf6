package city.cockpit.fleet;

import city.cockpit.ingest.RejectReason;
import city.cockpit.ingest.Vital;
import city.cockpit.measurement.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something that is wrong with a sensor. */
public sealed interface Finding {

    Condition condition();

    /** From when on; empty if that is not known, as of a sensor that has never reported. */
    Optional<Instant> since();

    /**
     * Nothing comes.
     *
     * @param since when the last reading was observed
     * @param tookLeave whether it said goodbye, or its broker did for it
     */
    record Silent(Optional<Instant> since, boolean tookLeave) implements Finding {
        @Override
        public Condition condition() {
            return Condition.SILENT;
        }
    }

    /**
     * Values are overdue.
     *
     * @param since when the last reading of the one that is overdue longest was observed
     * @param series those that are overdue, the others are not
     * @param all whether no series of the sensor is on time
     */
    record Late(Optional<Instant> since, List<Series> series, boolean all) implements Finding {
        public Late {
            series = List.copyOf(series);
        }

        @Override
        public Condition condition() {
            return Condition.LATE;
        }
    }

    /**
     * The newest values are not believed.
     *
     * @param since when the last one that is was observed
     */
    record Implausible(Optional<Instant> since, List<Series> series) implements Finding {
        public Implausible {
            series = List.copyOf(series);
        }

        @Override
        public Condition condition() {
            return Condition.IMPLAUSIBLE;
        }
    }

    /** Readings are refused for a reason that is no matter of the clock. */
    record Rejected(RejectReason reason, Refusals refusals) implements Finding {
        @Override
        public Condition condition() {
            return Condition.REJECTED;
        }

        @Override
        public Optional<Instant> since() {
            return Optional.of(refusals.first());
        }
    }

    /** Readings are refused because of the time they name. */
    record RejectedTime(RejectReason reason, Refusals refusals) implements Finding {
        @Override
        public Condition condition() {
            return Condition.WRONG_CLOCK;
        }

        @Override
        public Optional<Instant> since() {
            return Optional.of(refusals.first());
        }
    }

    /**
     * Message after message names a time that is off by the same.
     *
     * @param ahead by how much; negative if the clock is behind
     */
    record WrongClock(Duration ahead, Optional<Instant> since) implements Finding {
        @Override
        public Condition condition() {
            return Condition.WRONG_CLOCK;
        }
    }

    /**
     * The battery gives out.
     *
     * @param percent what is left
     */
    record LowBattery(double percent, Optional<Instant> since) implements Finding {
        @Override
        public Condition condition() {
            return Condition.LOW_BATTERY;
        }
    }

    /**
     * The device is hardly heard, or hardly hears.
     *
     * @param vital that says so
     */
    record WeakRadio(Vital vital, double value, Optional<Instant> since) implements Finding {
        @Override
        public Condition condition() {
            return Condition.WEAK_RADIO;
        }
    }
}
