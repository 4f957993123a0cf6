package city.cockpit.strategy.measured;

import city.cockpit.strategy.plan.Binding;
import city.cockpit.strategy.progress.IndicatorValue;
import java.util.List;
import java.util.Map;

/** What sensors say to indicators, as it was computed last. */
public interface MeasuredValues {

    /**
     * All values that hold, and those that were corrected. Blocks for one query.
     *
     * @throws org.springframework.dao.DataAccessException the database did not answer
     */
    Values values();

    /**
     * Values of one moment.
     *
     * @param byRule values by the {@link Binding#rule() rule} that they follow
     * @param correctedByRule what was said of a time that was over and holds no more, oldest first
     */
    record Values(Map<String, List<IndicatorValue>> byRule, Map<String, List<IndicatorValue>> correctedByRule) {

        public Values {
            byRule = Map.copyOf(byRule);
            correctedByRule = Map.copyOf(correctedByRule);
        }

        /** What was said of a time that was over and holds no more: late readings came, or the rule was changed. */
        public List<IndicatorValue> correctedOf(Binding binding) {
            return correctedByRule.getOrDefault(binding.rule(), List.of());
        }

        public List<IndicatorValue> of(Binding binding) {
            return byRule.getOrDefault(binding.rule(), List.of());
        }
    }
}
