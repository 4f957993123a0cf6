package city.cockpit.sitefacts;

import java.util.Locale;
import java.util.regex.Pattern;

/** What can be said of a site; how it is written is checked here and nowhere else. */
public enum FactKind {
    /** {@link OpeningHours} in their notation. */
    OPENING_HOURS,
    BAYS_DISABLED,
    BAYS_CHARGING,
    BAYS_WOMEN,
    BAYS_FAMILY,
    /** Key of a kind in {@link ReferenceBuildings}. */
    BUILDING_KIND,
    /** In whole square metres. */
    FLOOR_AREA;

    public static final int MOST_BAYS = 10_000;
    public static final int LARGEST_AREA = 1_000_000;

    private static final Pattern KEY = Pattern.compile("[a-z_]{1,40}");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,7}");

    /** Whether that can be the value; the empty one says that nothing is known. */
    boolean admits(String value) {
        if (value.isEmpty()) return true;
        return switch (this) {
            case OPENING_HOURS -> OpeningHours.find(value).isPresent();
            case BAYS_DISABLED, BAYS_CHARGING, BAYS_WOMEN, BAYS_FAMILY -> isWhole(value, 0, MOST_BAYS);
            case BUILDING_KIND -> KEY.matcher(value).matches();
            case FLOOR_AREA -> isWhole(value, 1, LARGEST_AREA);
        };
    }

    private static boolean isWhole(String value, int lowest, int highest) {
        if (!WHOLE.matcher(value).matches()) return false;
        var number = Integer.parseInt(value);
        return number >= lowest && number <= highest;
    }

    /** As it is called in the audit trail. */
    String field() {
        return column().replace('_', '-');
    }

    /** As it is called in tables. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
