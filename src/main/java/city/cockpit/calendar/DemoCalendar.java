package city.cockpit.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** A calendar of the demo city: a file that ships with the cockpit and recurs for ever, so that there is always something on. */
enum DemoCalendar {
    EVENTS("demo:events", "demo-events.ics"),
    WASTE("demo:waste", "demo-waste.ics");

    private static final int HOURS = 24;

    private final String address;
    private final String file;

    DemoCalendar(String address, String file) {
        this.address = address;
        this.file = file;
    }

    static Optional<DemoCalendar> find(String address) {
        return Arrays.stream(values())
                .filter(one -> one.address.equals(address))
                .findFirst();
    }

    String text() {
        try (var in = Objects.requireNonNull(DemoCalendar.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** As the demo city has them; every page says by their titles what they are. */
    static List<CalendarSource> sources() {
        return List.of(
                EVENTS.source("Veranstaltungen (Demo)", "Events (demo)", CalendarSource.Kind.EVENTS),
                WASTE.source("Müllabfuhr (Demo)", "Waste collection (demo)", CalendarSource.Kind.WASTE));
    }

    private CalendarSource source(String german, String english, CalendarSource.Kind kind) {
        return new CalendarSource(
                "demo-" + name().toLowerCase(Locale.ROOT),
                new CalendarSource.Titles(german, english),
                kind,
                address,
                CsvColumns.NONE,
                HOURS,
                true,
                0);
    }
}
