package city.cockpit.onboarding;

import city.cockpit.access.Role;
import city.cockpit.ingest.RejectReason;
import city.cockpit.ingest.Units;
import city.cockpit.ingest.kept.Inbox;
import city.cockpit.ingest.kept.RefusalGroup;
import city.cockpit.measurement.Feed;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.TownSource;
import city.cockpit.registry.ChangedMeanwhileException;
import city.cockpit.registry.NameTakenException;
import city.cockpit.registry.Phase;
import city.cockpit.registry.Place;
import city.cockpit.registry.Sensor;
import city.cockpit.registry.Sensors;
import city.cockpit.registry.SeriesPlan;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Leads from what somebody knows of a device to a registered sensor. What is only looked up comes from memory; what says so
 * blocks. Any thread.
 */
@Component
public class Onboarding {

    /** Enough to see every field that a device sends now and then, and how often it sends. */
    private static final int NEWEST = 20;

    private final Sensors sensors;
    private final Inbox inbox;
    private final Proposer proposer;
    private final ObservedProperties properties;
    private final TownBorder border;
    private final TownSource town;
    private final InstantSource clock;

    Onboarding(
            Sensors sensors,
            Inbox inbox,
            Proposer proposer,
            ObservedProperties properties,
            TownBorder border,
            TownSource town,
            InstantSource clock) {
        this.sensors = sensors;
        this.inbox = inbox;
        this.proposer = proposer;
        this.properties = properties;
        this.border = border;
        this.town = town;
        this.clock = clock;
    }

    /**
     * What a device has sent that nobody registered.
     *
     * @param at when its newest message arrived
     */
    public record Heard(Instant at, Proposal proposal) {}

    /** Who is heard and not registered, the newest first; as of a few seconds ago. Blocks. */
    @RolesAllowed({Role.Name.TECHNICIAN, Role.Name.ADMINISTRATOR})
    public List<RefusalGroup> listUnknown() {
        return inbox.listSenders().stream()
                .filter(sender -> SensorId.isWellFormed(sender.sender()))
                .toList();
    }

    /**
     * What a sender has sent; empty if nothing came since. Blocks.
     *
     * @param name under which its messages stand
     * @param format in which they are to be read; empty if they tell it themselves
     * @param since when its newest message arrived that is known already
     */
    @RolesAllowed({Role.Name.TECHNICIAN, Role.Name.ADMINISTRATOR})
    public Optional<Heard> listen(SensorId name, Optional<String> format, Optional<Instant> since) {
        return inbox.listSenders().stream()
                .filter(sender -> sender.reason() == RejectReason.UNKNOWN_SENSOR)
                .filter(sender -> sender.sender().equals(name.value()))
                .filter(sender -> since.isEmpty() || sender.lastAt().isAfter(since.get()))
                .findFirst()
                .map(sender ->
                        new Heard(sender.lastAt(), proposer.propose(inbox.listNewest(sender.id(), NEWEST), format)));
    }

    /** What a message that somebody pasted says. */
    @RolesAllowed({Role.Name.TECHNICIAN, Role.Name.ADMINISTRATOR})
    public Proposal read(Sample sample, Optional<String> format) {
        return proposer.propose(sample, format);
    }

    /** The names of all formats. */
    @RolesAllowed({Role.Name.TECHNICIAN, Role.Name.ADMINISTRATOR})
    public List<String> listFormats() {
        return proposer.listFormats();
    }

    /** Everything that can be observed. */
    @RolesAllowed({Role.Name.TECHNICIAN, Role.Name.ADMINISTRATOR})
    public List<ObservedProperty> listProperties() {
        return properties.list();
    }

    @RolesAllowed({Role.Name.TECHNICIAN, Role.Name.ADMINISTRATOR})
    public Optional<ObservedProperty> findProperty(String key) {
        return properties.find(key);
    }

    /** How a number of that field becomes one of a property that somebody chose. */
    @RolesAllowed({Role.Name.TECHNICIAN, Role.Name.ADMINISTRATOR})
    public Feed feedOf(Seen seen, ObservedProperty property) {
        return proposer.feedOf(seen, property);
    }

    /** What the number comes to, in the unit of the property; empty if its unit measures something else, or it means "none". */
    @RolesAllowed({Role.Name.TECHNICIAN, Role.Name.ADMINISTRATOR})
    public OptionalDouble valueOf(Seen seen, Wish wish, ObservedProperty property) {
        var converted = seen.unit().isPresent()
                ? Units.converted(seen.value(), seen.unit().get(), property.unit())
                : OptionalDouble.of(seen.value());
        return converted.isPresent()
                ? wish.feed().value(seen.value(), converted.getAsDouble())
                : OptionalDouble.empty();
    }

    /** All sites, by title. */
    @RolesAllowed({Role.Name.TECHNICIAN, Role.Name.ADMINISTRATOR})
    public List<Place> listPlaces() {
        return sensors.listPlaces().stream()
                .sorted(Comparator.comparing(place -> place.site().title()))
                .toList();
    }

    /** Whether the place is not in town, so that somebody has to say that it is meant. */
    @RolesAllowed({Role.Name.TECHNICIAN, Role.Name.ADMINISTRATOR})
    public boolean isOutside(double latitude, double longitude) {
        return border.isOutside(latitude, longitude);
    }

    /** A site that is there already and so close that it may be meant. */
    @RolesAllowed({Role.Name.TECHNICIAN, Role.Name.ADMINISTRATOR})
    public Optional<Place> findSiteAt(double latitude, double longitude) {
        var walk = 0.03;
        return border.findSiteAt(latitude, longitude, walk);
    }

    /** The registered sensor that the device is, if it is one: of that name, or with a device of that DevEUI. */
    @RolesAllowed({Role.Name.TECHNICIAN, Role.Name.ADMINISTRATOR})
    public Optional<Sensor> findRegistered(SensorId name) {
        return sensors.find(name)
                .or(() -> sensors.listSensors().stream()
                        .filter(sensor -> sensor.phase() != Phase.RETIRED)
                        .filter(sensor -> sensor.device().devEui().equals(Optional.of(name)))
                        .findFirst());
    }

    /** What has to be looked at before the device is put up. */
    @RolesAllowed({Role.Name.TECHNICIAN, Role.Name.ADMINISTRATOR})
    public Privacy privacy(Draft draft) {
        return Privacy.of(
                draft.value(DraftField.KIND),
                draft.wishes().stream()
                        .flatMap(wish -> properties.find(wish.property()).stream())
                        .toList());
    }

    /** The draft with what the messages say, where nobody has said anything else. */
    @RolesAllowed({Role.Name.TECHNICIAN, Role.Name.ADMINISTRATOR})
    public Draft fill(Draft draft, Proposal proposal) {
        var about = proposal.about();
        var filled = draft.or(
                        DraftField.SPEAKS_AS, about.name().map(SensorId::value).orElse(""))
                .or(DraftField.TITLE, about.title())
                .or(DraftField.MODEL, about.kind())
                .or(DraftField.SERIAL, about.serial());
        if (proposal.needsFormat())
            filled = filled.or(DraftField.FORMAT, proposal.format().orElse(""));
        if (filled.wishes().isEmpty())
            filled = filled.with(proposal.proposed().stream().map(Wish::of).toList());
        return filled.or(
                DraftField.INTERVAL, Long.toString(interval(filled, proposal).toSeconds()));
    }

    /** Of the messages; else what most sensors of the town promise that observe the same; else a usual one. */
    private Duration interval(Draft draft, Proposal proposal) {
        return proposal.interval()
                .or(() -> draft.wishes().stream().findFirst().flatMap(wish -> usual(wish.property())))
                .orElse(Pace.USUAL);
    }

    private Optional<Duration> usual(String property) {
        return sensors.listSensors().stream()
                .flatMap(sensor -> sensor.series().stream())
                .filter(plan -> plan.propertyKey().equals(property))
                .collect(Collectors.groupingBy(SeriesPlan::interval, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    /** From the code on a LoRaWAN device: who it is, and nothing of what it measures. */
    @RolesAllowed({Role.Name.TECHNICIAN, Role.Name.ADMINISTRATOR})
    public Draft fill(Draft draft, LorawanCode code) {
        return draft.with(DraftField.SPEAKS_AS, code.sensor().value())
                .with(DraftField.SERIAL, code.devEui())
                .or(DraftField.KIND, "LoRaWAN");
    }

    /** A registered sensor, to be changed. */
    @RolesAllowed({Role.Name.TECHNICIAN, Role.Name.ADMINISTRATOR})
    public Draft draftOf(Sensor sensor) {
        return Registered.draft(sensor);
    }

    /** What the draft comes to, or everything that is wrong with it. */
    @RolesAllowed({Role.Name.TECHNICIAN, Role.Name.ADMINISTRATOR})
    public Checked check(Draft draft, String by) {
        var today = LocalDate.ofInstant(clock.instant(), town.town().zone());
        return new DraftCheck(draft, sensors, properties, listFormats(), border, today, by).check();
    }

    /** What became of a draft. */
    public sealed interface Outcome {

        record Saved(Sensor sensor) implements Outcome {}

        record Lacking(Checked.Lacking lacking) implements Outcome {}

        /** Somebody took the name meanwhile. */
        record Taken(String name) implements Outcome {}

        /** Somebody changed the sensor meanwhile. */
        record Overtaken() implements Outcome {}
    }

    /**
     * Registers the sensor or changes it, with its site if that is new; from then on what came before is stored, too.
     * Blocks.
     *
     * @param by name of the account
     * @throws org.springframework.dao.DataAccessException nothing was saved
     */
    @RolesAllowed({Role.Name.TECHNICIAN, Role.Name.ADMINISTRATOR})
    public Outcome save(Draft draft, String by) {
        return switch (check(draft, by)) {
            case Checked.Lacking lacking -> new Outcome.Lacking(lacking);
            case Checked.Ready ready -> save(draft, ready, by);
        };
    }

    private Outcome save(Draft draft, Checked.Ready ready, String by) {
        try {
            var saved =
                    draft.isOfRegistered() ? change(ready, by) : sensors.register(ready.sensor(), ready.newPlace(), by);
            // Whatever the assignment comes to, the sensor is registered; the page of the inbox can assign, too.
            ready.speaksAs().ifPresent(name -> inbox.assign(name, saved.id(), by));
            return new Outcome.Saved(saved);
        } catch (NameTakenException e) {
            return new Outcome.Taken(e.name());
        } catch (ChangedMeanwhileException e) {
            return new Outcome.Overtaken();
        }
    }

    private Sensor change(Checked.Ready ready, String by) {
        ready.newPlace().ifPresent(place -> sensors.savePlace(place, by));
        return sensors.change(ready.sensor(), by);
    }
}
