package city.cockpit.strategy.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How the town watches over its strategy and how it talks about it. */
public record Concepts(Monitoring monitoring, Communication communication) {

    public static final Concepts NONE = new Concepts(
            new Monitoring(Optional.empty(), List.of(), "", "", Optional.empty()),
            new Communication(List.of(), List.of(), ""));

    /**
     * How the strategy is watched over.
     *
     * @param rhythm of reports; estimates are believed for that long
     * @param reportMonths 1 to 12
     * @param escalation who is told what when something goes wrong
     */
    public record Monitoring(
            Optional<Indicator.Frequency> rhythm,
            List<Integer> reportMonths,
            String responsible,
            String escalation,
            Optional<LocalDate> nextReport) {

        public Monitoring {
            reportMonths = List.copyOf(reportMonths);
        }
    }

    public record Communication(List<String> targetGroups, List<String> channels, String responsible) {

        public Communication {
            targetGroups = List.copyOf(targetGroups);
            channels = List.copyOf(channels);
        }
    }
}
