package city.cockpit.preview;

import city.cockpit.calendar.CalendarSource;
import city.cockpit.calendar.Flaw;
import city.cockpit.calendar.Flaw.Reason;
import city.cockpit.calendar.TownCalendars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Calendars in memory; what is found at addresses a test says. */
public final class PreviewCalendars implements TownCalendars {

    private final List<Published> published = new CopyOnWriteArrayList<>();
    private final List<Kept> kept = new CopyOnWriteArrayList<>();
    private volatile Trial trial = new Trial.Bad(new Flaw(Reason.NOT_REACHED, ""), Optional.empty());

    public void clear() {
        published.clear();
        kept.clear();
    }

    public void publish(Published calendar) {
        published.add(calendar);
    }

    public void keep(Kept calendar) {
        kept.add(calendar);
    }

    /** What is found at every address from now on. */
    public void holds(Trial next) {
        trial = next;
    }

    @Override
    public List<Published> now() {
        return new ArrayList<>(published);
    }

    @Override
    public Optional<Published> find(String name) {
        return published.stream()
                .filter(one -> one.source().name().equals(name))
                .findFirst();
    }

    @Override
    public List<Supply> supplies() {
        return kept.stream()
                .map(one -> new Supply(one.source().name(), one.failingSince()))
                .toList();
    }

    @Override
    public List<Kept> listCalendars() {
        return new ArrayList<>(kept);
    }

    @Override
    public boolean save(CalendarSource source, String by) {
        var before = kept.stream()
                .filter(one -> one.source().name().equals(source.name()))
                .findFirst();
        if (before.isPresent() != source.version() > 0) return false;
        before.ifPresent(kept::remove);
        return kept.add(new Kept(source, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Override
    public boolean remove(String name, String by) {
        return kept.removeIf(one -> one.source().name().equals(name));
    }

    @Override
    public Trial attempt(CalendarSource source) {
        return trial;
    }
}
