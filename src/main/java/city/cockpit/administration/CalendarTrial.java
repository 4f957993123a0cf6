package city.cockpit.administration;

import city.cockpit.calendar.CalendarSource;
import city.cockpit.calendar.CsvColumns;
import city.cockpit.calendar.Entry;
import city.cockpit.calendar.Flaw;
import city.cockpit.calendar.SampleTable;
import city.cockpit.calendar.TownCalendars;
import city.cockpit.calendar.TownCalendars.Trial;
import city.cockpit.uikit.Answer;
import city.cockpit.uikit.Background;
import city.cockpit.uikit.EverydayTime;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Fetches a calendar to see what would become of it, and asks what the columns of a table mean; the page goes on meanwhile. */
final class CalendarTrial extends Div {

    private final Wording words;
    private final TownCalendars calendars;
    private final Background background;
    private final InstantSource clock;
    private final Consumer<CsvColumns> chosen;
    private final FormMessage message = new FormMessage();
    private final UnorderedList found = new UnorderedList();
    private final Div table = new Div();
    private final Div columns = new Div();
    private final Select<String> day;
    private final Select<String> time;
    private final Select<String> title;
    private final Select<String> place;
    private final Select<String> link;
    private final ValueSignal<Answer<Told>> answer = new ValueSignal<>(new Answer.Pending<>());
    private Optional<CalendarSource> asked = Optional.empty();

    /** What came of the trial of that one. */
    private record Told(CalendarSource source, Trial trial) {}

    /** @param chosen is told what the columns of a table mean when somebody says so */
    CalendarTrial(
            Wording words,
            TownCalendars calendars,
            Background background,
            InstantSource clock,
            Consumer<CsvColumns> chosen) {
        this.words = words;
        this.calendars = calendars;
        this.background = background;
        this.clock = clock;
        this.chosen = chosen;
        day = select("calendars.column.day");
        time = select("calendars.column.time");
        title = select("calendars.column.title");
        place = select("calendars.column.place");
        link = select("calendars.column.link");
        table.addClassName("calendar-sample");
        found.addClassName("calendar-lines");
        columns.addClassName("panel-fields");
        columns.add(new H3(words.text("calendars.columns")), table, day, time, title, place, link);
        addClassName("calendar-trial");
        add(message, found, columns);
        rest();
        Signal.effect(this, () -> show(answer.get()));
    }

    private Select<String> select(String label) {
        var select = new Select<String>();
        select.setLabel(words.text(label));
        select.setEmptySelectionAllowed(true);
        select.addValueChangeListener(change -> {
            if (change.isFromClient()) again();
        });
        return select;
    }

    private void rest() {
        found.removeAll();
        found.setVisible(false);
        columns.setVisible(false);
    }

    void start(CalendarSource source) {
        rest();
        asked = Optional.of(source);
        message.say(FormMessage.Kind.HINT, words.text("calendars.trying"));
        background.ask(() -> new Told(source, calendars.attempt(source)), answer);
    }

    /** With other columns. */
    private void again() {
        var meant = new CsvColumns(text(day), text(time), text(title), text(place), text(link));
        chosen.accept(meant);
        asked.map(source -> source.with(meant)).ifPresent(this::start);
    }

    private static String text(Select<String> select) {
        return Optional.ofNullable(select.getValue()).orElse("");
    }

    private void show(Answer<Told> latest) {
        switch (latest) {
            case Answer.Pending<Told>() -> {}
            case Answer.Unavailable<Told>() -> message.say(FormMessage.Kind.PROBLEM, words.text("attempt.unavailable"));
            case Answer.Known<Told>(var told) -> {
                if (asked.filter(told.source()::equals).isPresent()) show(told);
            }
        }
    }

    private void show(Told told) {
        switch (told.trial()) {
            case Trial.Good(var next, var count, var sample) -> {
                message.say(FormMessage.Kind.DONE, words.text("calendars.tried", (long) count));
                list(next);
                sample.ifPresent(one -> ask(one, told.source().columns()));
            }
            case Trial.Bad(var flaw, var sample) -> {
                message.say(FormMessage.Kind.PROBLEM, why(flaw, words));
                sample.ifPresent(one -> ask(one, told.source().columns()));
            }
        }
    }

    private void list(List<Entry> next) {
        var said = new EverydayTime(words, clock.instant());
        for (var entry : next) {
            var first = said.day(entry.when().first());
            var when = entry.when()
                    .from()
                    .map(from -> words.text("everyday.day-and-hour", first, said.hour(from)))
                    .orElse(first);
            found.add(new ListItem(Stream.of(when, entry.title(), entry.place())
                    .filter(part -> !part.isEmpty())
                    .reduce((one, other) -> one + " · " + other)
                    .orElse("")));
        }
        found.setVisible(!next.isEmpty());
    }

    private void ask(SampleTable sample, CsvColumns known) {
        table.removeAll();
        table.add(drawn(sample));
        var meant = sample.meant(known);
        var names = sample.columns().stream()
                .filter(name -> !name.isEmpty() && name.length() <= CsvColumns.LONGEST)
                .distinct()
                .toList();
        fill(day, names, meant.day());
        fill(time, names, meant.time());
        fill(title, names, meant.title());
        fill(place, names, meant.place());
        fill(link, names, meant.link());
        columns.setVisible(true);
    }

    private static void fill(Select<String> select, List<String> names, String meant) {
        select.setItems(names);
        if (names.contains(meant)) select.setValue(meant);
    }

    private static NativeTable drawn(SampleTable sample) {
        var head = new NativeTableRow();
        sample.columns().forEach(name -> head.add(new NativeTableHeaderCell(name)));
        var body = new NativeTableBody();
        for (var row : sample.rows()) {
            var line = new NativeTableRow();
            row.forEach(cell -> line.add(new NativeTableCell(cell)));
            body.add(line);
        }
        return new NativeTable(new NativeTableHeader(head), body);
    }

    /** What is wrong with a calendar and what to do. */
    static String why(Flaw flaw, Wording words) {
        return words.text("calendar.flaw." + flaw.reason(), flaw.detail());
    }
}
