package city.cockpit.nodes;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.live.CityPicture;
import city.cockpit.live.LiveCity;
import city.cockpit.live.SharedCity;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SensorId;
import city.cockpit.registry.InMemorySensorStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LeavesTests {

    private static final Instant NOON = Instant.parse("2026-05-21T10:00:00Z");
    private static final SensorId SENSOR = new SensorId("air-7");

    /** The registry that the nodes share. */
    private final InMemorySensorStatus table = new InMemorySensorStatus();

    private final Tiles tiles = new Tiles();
    private final Leaves leaves = new Leaves(table, tiles, tiles);

    @Test
    void aLeaveThatAnotherNodeNotedIsShownHere() {
        table.offline(SENSOR, NOON);
        leaves.refresh();
        assertThat(tiles.listAway()).containsExactly(SENSOR);
    }

    @Test
    void whoIsBackAtAnotherNodeIsBackHere() {
        table.offline(SENSOR, NOON);
        leaves.refresh();
        table.online(SENSOR);
        leaves.refresh();
        assertThat(tiles.listAway()).isEmpty();
    }

    @Test
    void aNodeThatReadTheLeaveAtItsStartLearnsOfTheReturnThoughItNeverNotedTheLeave() {
        tiles.sensorOffline(SENSOR, NOON);
        leaves.refresh();
        assertThat(tiles.listAway()).isEmpty();
    }

    @Test
    void whoIsHeardAfterHisLeaveIsBackEverywhere() {
        table.offline(SENSOR, NOON);
        leaves.refresh();
        tiles.heard.put(SENSOR, NOON.plusSeconds(1));
        leaves.refresh();
        assertThat(table.listOffline()).isEmpty();
        assertThat(tiles.listAway()).isEmpty();
    }

    @Test
    void aReadingOfEarlierEndsNoLeave() {
        tiles.heard.put(SENSOR, NOON.minusSeconds(1));
        table.offline(SENSOR, NOON);
        leaves.refresh();
        assertThat(table.listOffline()).containsOnlyKeys(SENSOR);
        assertThat(tiles.listAway()).containsExactly(SENSOR);
    }

    @Test
    void aReturnThatTheNodeThatHeardItCouldNotNoteBeforeItEndedIsNotedByTheNext() {
        table.offline(SENSOR, NOON);
        tiles.sensorOffline(SENSOR, NOON);
        tiles.heard.put(SENSOR, NOON.plusSeconds(1));
        leaves.refresh();
        assertThat(table.listOffline()).isEmpty();
        assertThat(tiles.listAway()).isEmpty();
    }

    /** Knows who is away and who was heard when, and nothing else. */
    private static final class Tiles implements LiveCity, SharedCity {

        private final Set<String> away = new TreeSet<>();
        private final Map<SensorId, Instant> heard = new HashMap<>();

        @Override
        public void sensorOffline(SensorId sensor, Instant since) {
            away.add(sensor.value());
        }

        @Override
        public void sensorOnline(SensorId sensor) {
            away.remove(sensor.value());
        }

        @Override
        public Set<SensorId> listAway() {
            return Set.copyOf(away.stream().map(SensorId::new).toList());
        }

        @Override
        public Set<SensorId> listHeardAfter(Map<SensorId, Instant> times) {
            return times.keySet().stream()
                    .filter(sensor -> heard.getOrDefault(sensor, Instant.MIN).isAfter(times.get(sensor)))
                    .collect(toSet());
        }

        @Override
        public void stored(Collection<Reading> readings) {
            throw new UnsupportedOperationException("no tile here");
        }

        @Override
        public CityPicture picture() {
            throw new UnsupportedOperationException("no tile here");
        }

        @Override
        public CityPicture publicPicture() {
            throw new UnsupportedOperationException("no tile here");
        }

        @Override
        public Runnable subscribe(Consumer<CityPicture> listener) {
            throw new UnsupportedOperationException("no tile here");
        }

        @Override
        public void shown(Duration took) {
            throw new UnsupportedOperationException("no tile here");
        }

        @Override
        public void onStored(Consumer<Collection<Reading>> listener) {
            throw new UnsupportedOperationException("no tile here");
        }

        @Override
        public void heard(Collection<Reading> readings) {
            throw new UnsupportedOperationException("no tile here");
        }

        @Override
        public void catchUp() {
            throw new UnsupportedOperationException("no tile here");
        }
    }
}
