package city.cockpit.history;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * What a series of power or energy has come to today, in kWh, beside the same hours of that weekday in the weeks before.
 *
 * @param until end of the last hour that counts
 * @param used from midnight by the town's clock until then; empty unless every hour of it is known
 * @param usual the median of the same hours in past weeks; empty of less than three weeks
 * @param baseLoad mean power of last night, from 1 to 5 o'clock, in kW; empty unless every hour of it is known
 * @param saved of street lights what full power would have used more since yesterday noon, in the hours in which they
 *     burned throughout; empty for everything else
 */
public record Today(
        Instant until, OptionalDouble used, OptionalDouble usual, OptionalDouble baseLoad, OptionalDouble saved) {}
