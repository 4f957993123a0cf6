package city.cockpit.strategy.plan;

import java.time.LocalDate;

/** A decision of the council about the strategy. */
public record Resolution(String body, LocalDate date, String paperNumber, Result result, String paperUrl) {

    /** The texts are {@code strategy.resolution.NAME}. */
    public enum Result {
        ADOPTED,
        AMENDED,
        REFERRED,
        REJECTED
    }
}
