package city.cockpit.onboarding;

import city.cockpit.measurement.SensorId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the cockpit makes of messages of a device, to be corrected by whoever knows it.
 *
 * @param format name of the format; empty if nothing reads the messages
 * @param needsFormat whether the format must be kept with the sensor, because the messages alone do not tell it
 * @param about who the device is, as far as it says so
 * @param fields every number that it sends, in the order of the message
 * @param interval time between two messages; empty if that cannot be told from them
 * @param flaw what cannot be read, and why; one technical sentence, empty if nothing is wrong
 */
public record Proposal(
        Optional<String> format,
        boolean needsFormat,
        About about,
        List<Field> fields,
        Optional<Duration> interval,
        String flaw) {

    public static final Proposal NOTHING =
            new Proposal(Optional.empty(), false, About.NOTHING, List.of(), Optional.empty(), "");

    public Proposal {
        fields = List.copyOf(fields);
    }

    /**
     * A number that the device sends.
     *
     * @param isAboutDevice whether its name says that it tells of the device itself, such as its battery
     * @param matches what it may be, surest first; empty if nobody knows
     */
    public record Field(Seen newest, boolean isAboutDevice, List<Match> matches) {

        public Field {
            matches = List.copyOf(matches);
        }

        public String name() {
            return newest.field();
        }

        /** What is taken over if nobody objects: the best, if nothing speaks against it. */
        public Optional<Match> proposed() {
            return matches.stream().findFirst().filter(match -> match.sureness() != Sureness.UNSURE);
        }
    }

    /**
     * Who a device is, as far as it says so.
     *
     * @param name under which its messages stand
     * @param title what somebody called it in the network server; may be empty
     * @param kind of the maker; may be empty
     * @param serial DevEUI or number of the maker; may be empty
     */
    public record About(Optional<SensorId> name, String title, String kind, String serial) {

        public static final About NOTHING = new About(Optional.empty(), "", "", "");
    }

    /** When the newest number held. */
    public Optional<Instant> newestAt() {
        return fields.stream().map(field -> field.newest().time()).max(Instant::compareTo);
    }

    /** What is taken over if nobody objects: each property once, by its surest field. */
    public List<Match> proposed() {
        var best = fields.stream()
                .flatMap(field -> field.proposed().stream())
                .sorted(Comparator.comparing(Match::sureness))
                .toList();
        var keys = new HashSet<String>();
        var chosen = best.stream()
                .filter(match -> keys.add(match.property().key()))
                .map(Match::feed)
                .collect(Collectors.toSet());
        return fields.stream()
                .flatMap(field -> field.proposed().stream())
                .filter(match -> chosen.contains(match.feed()))
                .toList();
    }

    /** The keys of the properties that are taken over if nobody objects. */
    public Set<String> proposedKeys() {
        return proposed().stream().map(match -> match.property().key()).collect(Collectors.toSet());
    }
}
