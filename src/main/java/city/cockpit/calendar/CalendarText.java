package city.cockpit.calendar;

import city.cockpit.calendar.Flaw.Reason;
import city.cockpit.town.PlainText;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What was fetched, whichever form it has, as entries. */
final class CalendarText {

    /** No page shows more; in a calendar of a town there are some dozens. */
    static final int MOST_ENTRIES = 2_000;

    /** Long enough to tell what it is. */
    private static final int BEGIN = 2_000;

    private static final Pattern TAG = Pattern.compile("<[^<>]{0,200}>");

    private CalendarText() {}

    /** What is in it. */
    sealed interface Content {

        /** In order, at most {@link #MOST_ENTRIES}. */
        record Known(List<Entry> entries) implements Content {

            public Known {
                entries = entries.stream()
                        .distinct()
                        .sorted(Comparator.naturalOrder())
                        .limit(MOST_ENTRIES)
                        .toList();
            }
        }

        record Unreadable(Flaw flaw) implements Content {

            Unreadable(Reason reason) {
                this(Flaw.of(reason));
            }
        }
    }

    static Content read(String text, CsvColumns columns, DayWindow days) {
        return switch (form(text)) {
            case ICAL -> ICalFile.read(text, days);
            case TABLE -> CsvFile.read(text, columns, days);
            case WEB_PAGE -> new Content.Unreadable(Reason.WEB_PAGE);
        };
    }

    /** If it is none of the other forms. */
    static Optional<SampleTable> findTable(String text) {
        return form(text) == Form.TABLE
                ? Optional.of(CsvFile.table(text))
                        .filter(table -> table.columns().size() > 1)
                : Optional.empty();
    }

    private enum Form {
        ICAL,
        TABLE,
        /** What servers send instead of what is gone. */
        WEB_PAGE
    }

    private static Form form(String text) {
        var begin = text.substring(0, Math.min(text.length(), BEGIN)).strip().toLowerCase(Locale.ROOT);
        if (begin.startsWith("begin:vcalendar")) return Form.ICAL;
        return begin.startsWith("<") ? Form.WEB_PAGE : Form.TABLE;
    }

    /** As a page may show it: one line without signs that nobody sees, and without marks of web pages. */
    static String line(String text) {
        return PlainText.oneLine(TAG.matcher(text).replaceAll(" "), Entry.LONGEST_TEXT);
    }

    static Optional<URI> link(String text) {
        return text.length() > CalendarSource.LONGEST_ADDRESS ? Optional.empty() : CalendarSource.findWebAddress(text);
    }
}
