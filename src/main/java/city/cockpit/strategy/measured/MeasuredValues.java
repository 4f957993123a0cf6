package city.cockpit.strategy.measured;

import city.cockpit.strategy.plan.Binding;
import city.cockpit.strategy.progress.IndicatorValue;
import java.util.List;
import java.util.Map;

/** What sensors say to indicators, as it was computed last. */
public interface MeasuredValues {

    /**
     * All values that hold. Blocks for one query.
     *
     * @throws org.springframework.dao.DataAccessException the database did not answer
     */
    Values values();

    /**
     * Values of one moment.
     *
     * @param byRule values by the {@link Binding#rule() rule} that they follow
     */
    record Values(Map<String, List<IndicatorValue>> byRule) {

        public Values {
            byRule = Map.copyOf(byRule);
        }

        public List<IndicatorValue> of(Binding binding) {
            return byRule.getOrDefault(binding.rule(), List.of());
        }
    }
}
