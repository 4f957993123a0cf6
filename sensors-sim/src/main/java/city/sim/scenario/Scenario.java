package city.sim.scenario;

import city.sim.nature.Happenings;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What may happen to the demo city on request; {@code scenarios.md} says what a person should notice and when. */
public enum Scenario {
    /** Wind and rain for three hours. */
    STORM {
        @Override
        public Happenings from(Instant start) {
            return new Storm(seconds(start));
        }
    },
    /** The surroundings come to town for six hours. */
    MARKET_DAY {
        @Override
        public Happenings from(Instant start) {
            return new MarketDay(seconds(start));
        }
    },
    /** The old town and the station quarter have no electricity for an hour and a half. */
    POWER_CUT {
        @Override
        public Happenings from(Instant start) {
            return new Blackout(seconds(start));
        }
    },
    /** A wave comes down the Aue and stays for a night. */
    FLOOD {
        @Override
        public Happenings from(Instant start) {
            return new Flood(seconds(start));
        }
    },
    /** Nothing from two districts gets through for 45 minutes. */
    GATEWAY_FAILURE {
        @Override
        public Happenings from(Instant start) {
            return new DeafGateway(seconds(start));
        }
    };

    /** What comes on top of an ordinary day from the start on. */
    public abstract Happenings from(Instant start);

    /** The name on a command line, such as {@code power-cut}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Scenario> find(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    /** All keys in one line, for a person. */
    public static String keys() {
        return Arrays.stream(values()).map(Scenario::key).collect(Collectors.joining(", "));
    }

    private static double seconds(Instant time) {
        return time.toEpochMilli() / 1e3;
    }
}
