package city.cockpit.calendar;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the columns of a table mean, by their names; empty where there is none. Without any it is told by their names.
 *
 * @param day with or without a time
 * @param time where it has a column of its own
 */
public record CsvColumns(String day, String time, String title, String place, String link) {

    public static final CsvColumns NONE = new CsvColumns("", "", "", "", "");

    public static final int LONGEST = 100;

    private static final Set<String> DAY =
            Set.of("datum", "date", "tag", "day", "termin", "beginn", "begin", "start", "von", "abfuhrtag");
    private static final Set<String> TIME = Set.of("uhrzeit", "zeit", "time", "beginnt", "startzeit", "anfang");
    private static final Set<String> TITLE = Set.of(
            "titel",
            "title",
            "name",
            "veranstaltung",
            "event",
            "was",
            "what",
            "summary",
            "bezeichnung",
            "abfallart",
            "tonne",
            "fraktion",
            "abfuhr");
    private static final Set<String> PLACE = Set.of("ort", "place", "location", "wo", "where", "veranstaltungsort");
    private static final Set<String> LINK = Set.of("link", "url", "website", "internet", "adresse im netz");

    public CsvColumns {
        if (Stream.of(day, time, title, place, link).anyMatch(name -> name.length() > LONGEST))
            throw new IllegalArgumentException("not a column");
    }

    public boolean areKnown() {
        return !day.isEmpty() && !title.isEmpty();
    }

    /** What columns of these names mean as a rule. */
    static CsvColumns guess(List<String> names) {
        return new CsvColumns(
                find(names, DAY), find(names, TIME), find(names, TITLE), find(names, PLACE), find(names, LINK));
    }

    private static String find(List<String> names, Set<String> usual) {
        return names.stream()
                .filter(name -> usual.contains(name.toLowerCase(Locale.ROOT)))
                .filter(name -> name.length() <= LONGEST)
                .findFirst()
                .orElse("");
    }

    /** Where there is none here, the other one. */
    CsvColumns orElse(CsvColumns other) {
        return new CsvColumns(
                either(day, other.day),
                either(time, other.time),
                either(title, other.title),
                either(place, other.place),
                either(link, other.link));
    }

    private static String either(String name, String other) {
        return name.isEmpty() ? other : name;
    }

    /** Those that somebody named, in the order of the record. */
    Stream<String> named() {
        return Stream.of(day, time, title, place, link).filter(name -> !name.isEmpty());
    }
}
