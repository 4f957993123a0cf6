package city.cockpit.operations;

import static city.cockpit.measurement.Domain.AIR;
import static city.cockpit.measurement.Domain.NOISE;
import static city.cockpit.measurement.Domain.PARKING;
import static city.cockpit.measurement.Domain.UV;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.measurement.Domain;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileOrderTests {

    private static final List<Domain> BY_ATTENTION = List.of(NOISE, PARKING, AIR);

    @Test
    void whoHasChosenNothingSeesWhatNeedsAttentionFirst() {
        assertThat(TileOrder.BY_ATTENTION.shown(BY_ATTENTION)).isEqualTo(BY_ATTENTION);
    }

    @Test
    void aTileThatWasMovedStaysThereWhateverNeedsAttention() {
        var order = TileOrder.BY_ATTENTION.with(AIR, 0, BY_ATTENTION);
        assertThat(order.shown(BY_ATTENTION)).containsExactly(AIR, NOISE, PARKING);
        assertThat(order.shown(List.of(PARKING, AIR, NOISE))).containsExactly(AIR, NOISE, PARKING);
    }

    @Test
    void whatIsHiddenCanBeShownAgainInItsPlace() {
        var order = TileOrder.BY_ATTENTION.with(AIR, 1, BY_ATTENTION).withHidden(AIR, true);
        assertThat(order.shown(BY_ATTENTION)).containsExactly(NOISE, PARKING);
        assertThat(order.withHidden(AIR, false).shown(BY_ATTENTION)).containsExactly(NOISE, AIR, PARKING);
    }

    @Test
    void whatTheCityMeasuresLaterComesLast() {
        var order = TileOrder.BY_ATTENTION.with(AIR, 0, BY_ATTENTION);
        assertThat(order.shown(List.of(UV, NOISE, PARKING, AIR))).containsExactly(AIR, NOISE, PARKING, UV);
    }

    @Test
    void whatIsKeptIsReadAgain() {
        var order = TileOrder.BY_ATTENTION.with(AIR, 0, BY_ATTENTION).withHidden(NOISE, true);
        assertThat(TileOrder.of(order.text())).isEqualTo(order);
        assertThat(TileOrder.of(TileOrder.BY_ATTENTION.text())).isEqualTo(TileOrder.BY_ATTENTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";", "DRAGONS;DRAGONS", "nonsense", ";;", ","})
    void whatNobodyUnderstandsIsNoOrder(String text) {
        assertThat(TileOrder.of(text)).isEqualTo(TileOrder.BY_ATTENTION);
    }
}
