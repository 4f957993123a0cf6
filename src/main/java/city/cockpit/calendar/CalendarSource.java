package city.cockpit.calendar;

import city.cockpit.town.PlainText;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An address of which the town says that its calendar is for everybody.
 *
 * @param name in the address of its page
 * @param address {@code http} or {@code https}, or of a calendar of the demo city ({@code demo:})
 * @param columns of a table; of iCal {@link CsvColumns#NONE}
 * @param everyHours how often it is fetched
 * @param isOnStartPage its page can be opened anyway
 * @param version grows with each change; 0 of one that is not kept yet
 */
public record CalendarSource(
        String name,
        Titles titles,
        Kind kind,
        String address,
        CsvColumns columns,
        int everyHours,
        boolean isOnStartPage,
        int version) {

    public static final int LONGEST_TITLE = 60;
    public static final int LONGEST_ADDRESS = 500;

    /** What can be chosen. */
    public static final List<Integer> HOURS = List.of(1, 3, 6, 12, 24);

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LONGEST_NAME = 40;
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

    /** What it is about; pages show them in this order. The texts are {@code calendar.kind.NAME}. */
    public enum Kind {
        EVENTS,
        WASTE,
        OTHER
    }

    /** What citizens call it. */
    public record Titles(String german, String english) {

        public Titles {
            for (var title : List.of(german, english))
                if (!isTitle(title)) throw new IllegalArgumentException("not a title: '%.60s'".formatted(title));
        }

        public String in(Locale locale) {
            return locale.getLanguage().equals("de") ? german : english;
        }
    }

    public CalendarSource {
        if (!NAME.matcher(name).matches()) throw new IllegalArgumentException("not a name: '%.40s'".formatted(name));
        if (!isAddress(address)) throw new IllegalArgumentException("not an address: '%.100s'".formatted(address));
        if (!HOURS.contains(everyHours)) throw new IllegalArgumentException("every %d hours".formatted(everyHours));
    }

    /** The same with other columns. */
    public CalendarSource with(CsvColumns other) {
        return new CalendarSource(name, titles, kind, address, other, everyHours, isOnStartPage, version);
    }

    public static boolean isTitle(String title) {
        return !title.isBlank() && PlainText.fitsOneLine(title, LONGEST_TITLE);
    }

    /** Whether something could be fetched there; whether it may be is decided when it is. */
    public static boolean isAddress(String address) {
        return address.length() <= LONGEST_ADDRESS
                && (DemoCalendar.find(address).isPresent()
                        || findWebAddress(address).isPresent());
    }

    /** An address on the net without a name or password in it; calendars have a scheme of their own for the same. */
    static Optional<URI> findWebAddress(String text) {
        try {
            var uri = URI.create(text.strip().replaceFirst("^(?i)webcals?://", "https://"));
            var isGood = uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
            return isGood ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** What stands in the address of a calendar of that title. */
    public static String nameOf(String title) {
        var plain = title.toLowerCase(Locale.GERMAN)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        var name = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
        return name.isEmpty() ? "kalender" : name;
    }
}
