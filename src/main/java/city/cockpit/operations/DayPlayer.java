package city.cockpit.operations;

import city.cockpit.live.PastDay;
import city.cockpit.operations.PastDays.Played;
import city.cockpit.uikit.Answer;
import city.cockpit.uikit.DayField;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.DebouncePhase;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Plays a day of the city, quarter by quarter, for one reader; all others go on seeing the living city. While it is closed
 * nothing is past. What is read aloud is the slider itself and, once each, that this is the past, and that it is no more.
 */
final class DayPlayer extends Div {

    /** Four of them are an hour. */
    private static final Duration BETWEEN_QUARTERS = Duration.ofMillis(750);

    private static final int WHILE_DRAGGED = 120;
    private static final String AT = "at";
    private static final String PLAY_SIGN = "▶";
    private static final String PAUSE_SIGN = "❚❚";
    private static final String LIVE_AGES = """
            delete document.documentElement.dataset.now;
            document.querySelectorAll('city-age').forEach((age) => age.render())""";

    private final Wording words;
    private final PastDays days;
    private final InstantSource clock;
    private final ValueSignal<Boolean> isOpen = new ValueSignal<>(false);
    private final ValueSignal<Optional<Instant>> chosen = new ValueSignal<>(Optional.empty());
    private final ValueSignal<Answer<Played>> answer = new ValueSignal<>(new Answer.Pending<>());
    private final NativeButton opener = new NativeButton();
    private final Span time = new Span();
    private final Span sign = new Span();
    private final Paragraph note = new Paragraph();
    private final Element slider = new Element("input");
    private final NativeButton play = new NativeButton();
    private final DayField day;
    private int place;
    private boolean isDragged;
    private boolean isPlaying;
    private boolean isTold;

    DayPlayer(Wording words, PastDays days, InstantSource clock) {
        this.words = words;
        this.days = days;
        this.clock = clock;
        day = new DayField(words, words.text("player.day"));
        addClassName("day-player");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", words.text("player.name"));
        opener.setText(words.text("player.open"));
        opener.addClassName("link");
        opener.addClickListener(click -> open(clock.instant()));
        note.getElement().setAttribute("role", "status");
        note.addClassName("player-note");
        sign.setText(words.text("player.past"));
        sign.addClassName("player-sign");
        time.addClassName("player-time");
        var head = new Div(sign, time);
        head.addClassName("player-head");
        add(head, controls(), day, close(), note);
        getElement().addEventListener("next-quarter", event -> goOn());
        day.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) to(event.getValue());
        });
        addDetachListener(gone -> gone.getUI().getPage().executeJs(LIVE_AGES));
        setVisible(false);
        Signal.effect(this, () -> show(moment()));
    }

    private Div controls() {
        slider.setAttribute("type", "range");
        slider.setAttribute("min", "0");
        slider.setAttribute("step", "1");
        slider.setAttribute("aria-label", words.text("player.time"));
        slider.addEventListener(
                        "input",
                        event -> slide((int)
                                event.getEventData().get("event.target.value").asDouble()))
                .addEventData("event.target.value")
                .debounce(WHILE_DRAGGED, DebouncePhase.INTERMEDIATE, DebouncePhase.TRAILING);
        play.setText(PLAY_SIGN);
        play.setAriaLabel(words.text("player.play"));
        play.addClickListener(click -> play(!isPlaying));
        var controls = new Div(step("player.back", "◂", -1), play, step("player.forth", "▸", 1));
        controls.getElement().insertChild(1, slider);
        controls.addClassName("player-controls");
        return controls;
    }

    private NativeButton step(String key, String sign, int quarters) {
        var button = new NativeButton(sign, click -> {
            play(false);
            step(quarters);
        });
        button.setAriaLabel(words.text(key));
        return button;
    }

    private NativeButton close() {
        var button = new NativeButton(words.text("player.now"), click -> {
            leave();
            remember(Optional.empty());
            opener.focus();
        });
        button.addClassName("player-now");
        return button;
    }

    /** The button that opens it, to stand elsewhere. */
    NativeButton opener() {
        return opener;
    }

    /** Whether the page shall not follow the living city. */
    Signal<Boolean> isPast() {
        return () -> moment().isPresent();
    }

    /** What is to be shown instead; in an effect of the page, which follows it. */
    Optional<PastMoment> moment() {
        if (!isOpen.get() || !(answer.get() instanceof Answer.Known<Played>(var played))) return Optional.empty();
        return played.moment(chosen.get()
                        .filter(one -> played.day().moments().contains(one))
                        .orElse(played.wanted()))
                .map(at -> new PastMoment(played.day(), played.incidents(), at));
    }

    /** Goes to that moment, as soon as its day is read. */
    void open(Instant moment) {
        isOpen.set(true);
        setVisible(true);
        chosen.set(Optional.empty());
        say("player.loading");
        days.ask(
                moment.isAfter(clock.instant()) ? clock.instant() : moment,
                words.formats().zone(),
                answer);
    }

    /** Back to the living city. */
    void leave() {
        if (!isOpen.peek()) return;
        play(false);
        isOpen.set(false);
        answer.set(new Answer.Pending<>());
        setVisible(false);
        UI.getCurrentOrThrow().getPage().executeJs(LIVE_AGES);
    }

    private void show(Optional<PastMoment> moment) {
        var latest = answer.get();
        moment.ifPresent(this::show);
        if (moment.isEmpty()) isTold = false;
        if (!isOpen.get()) return;
        switch (latest) {
            case Answer.Pending<Played>() -> say("player.loading");
            case Answer.Unavailable<Played>() -> say("player.unavailable");
            case Answer.Known<Played>(var played) -> {
                if (moment.isEmpty()) say("player.nothing");
            }
        }
    }

    private void say(String key) {
        note.setText(words.text(key));
    }

    private void show(PastMoment one) {
        var text = words.formats().minute(one.at(), one.at());
        time.setText(words.text("player.at", weekday(one.at()), words.formats().date(one.at()), text));
        slider.setAttribute("aria-valuetext", text);
        showDay(one.day());
        showPlace(one.day().moments().indexOf(one.at()));
        if (!isTold) note.setText(words.text("player.told", text));
        isTold = true;
        remember(Optional.of(one.at()));
        markAges(String.valueOf(one.at().toEpochMilli()));
        // The next one is asked for when this one has arrived, so a slow line gets a slower film.
        if (isPlaying) getElement().executeJs("""
                clearTimeout(this.next);
                this.next = setTimeout(() => this.dispatchEvent(new CustomEvent('next-quarter')), $0)""", BETWEEN_QUARTERS.toMillis());
    }

    private String weekday(Instant moment) {
        return moment.atZone(words.formats().zone()).getDayOfWeek().getDisplayName(TextStyle.FULL, words.locale());
    }

    private void showDay(PastDay next) {
        if (!next.day().equals(day.getValue())) day.setValue(next.day());
        var last = String.valueOf(next.moments().size() - 1);
        if (!last.equals(slider.getAttribute("max"))) slider.setAttribute("max", last);
        var first = known().flatMap(Played::first);
        day.setMin(first.orElse(null));
        day.setMax(today());
    }

    /** Who drags the slider is not pulled back to where it was. */
    private void showPlace(int next) {
        if (next != place || !isDragged) slider.executeJs("this.value = $0", next);
        place = next;
        isDragged = false;
    }

    private void slide(int next) {
        play(false);
        isDragged = true;
        place = next;
        known().map(played -> played.day().moments())
                .filter(moments -> next >= 0 && next < moments.size())
                .ifPresent(moments -> chosen.set(Optional.of(moments.get(next))));
    }

    private void step(int quarters) {
        var shown = known();
        if (shown.isEmpty()) return;
        var moments = shown.get().day().moments();
        var next = place + quarters;
        if (next >= 0 && next < moments.size()) chosen.set(Optional.of(moments.get(next)));
        else if (!moments.isEmpty()) to(moments.get(place).plus(PastDay.STEP.multipliedBy(quarters)));
    }

    private void goOn() {
        if (!isPlaying) return;
        var isNewest = known().map(played -> played.day().moments())
                .filter(moments -> place + 1 >= moments.size())
                .filter(moments -> moments.isEmpty()
                        || moments.getLast().plus(PastDay.STEP).isAfter(clock.instant()))
                .isPresent();
        if (isNewest) play(false);
        else step(1);
    }

    private void to(Instant moment) {
        if (moment.isAfter(clock.instant())) return;
        chosen.set(Optional.empty());
        days.ask(moment, words.formats().zone(), answer);
    }

    /** The same time of the other day. */
    private void to(LocalDate other) {
        play(false);
        var zone = words.formats().zone();
        var time = known().flatMap(played -> played.moment(chosen.peek().orElse(played.wanted())))
                .map(moment -> moment.atZone(zone).toLocalTime())
                .orElse(LocalTime.NOON);
        var wanted = other.atTime(time).atZone(zone).toInstant();
        var now = clock.instant();
        isTold = false;
        to(wanted.isAfter(now) ? now : wanted);
    }

    private void play(boolean on) {
        if (on == isPlaying) return;
        isPlaying = on;
        play.setText(on ? PAUSE_SIGN : PLAY_SIGN);
        play.setAriaLabel(words.text(on ? "player.pause" : "player.play"));
        if (on) goOn();
        else getElement().executeJs("clearTimeout(this.next)");
    }

    private Optional<Played> known() {
        return answer.peek() instanceof Answer.Known<Played>(var played) ? Optional.of(played) : Optional.empty();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), words.formats().zone());
    }

    /** The address can be handed on. */
    private static void remember(Optional<Instant> moment) {
        var query = moment.map(at -> QueryParameters.of(
                        AT, at.truncatedTo(ChronoUnit.MINUTES).toString()))
                .orElse(QueryParameters.empty());
        UI.getCurrentOrThrow().getPage().getHistory().replaceState(null, new Location("cockpit", query));
    }

    /** The moment that an address names; empty for any other. */
    static Optional<Instant> in(QueryParameters query) {
        try {
            return query.getSingleParameter(AT).map(Instant::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Ages are told as of that moment, and stand still. */
    private void markAges(String moment) {
        getElement().executeJs("""
                document.documentElement.dataset.now = $0;
                document.querySelectorAll('city-age').forEach((age) => age.render())""", moment);
    }
}
