package city.cockpit.registry;

import static java.util.Objects.requireNonNull;

import city.cockpit.measurement.Feed;
import city.cockpit.measurement.SensorFacts;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Site;
import city.cockpit.measurement.SourceClass;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A sensor as programs read and write it. What is left out is not known; of the site only the key is needed where that is
 * registered.
 *
 * @param version of the state that was read, when a sensor is changed
 */
record SensorJson(
        String id,
        Optional<String> title,
        SiteJson site,
        Optional<DeviceJson> device,
        OptionalInt orientation,
        Optional<String> surroundings,
        Optional<String> owner,
        Optional<String> contact,
        Optional<String> licence,
        Optional<String> purpose,
        Optional<PrivacyJson> privacyCheck,
        Optional<String> method,
        OptionalDouble heightMetres,
        Optional<SourceClass> sourceClass,
        Optional<LocalDate> calibratedOn,
        Optional<String> calibration,
        Optional<Visibility> visibility,
        Optional<Phase> phase,
        Optional<String> format,
        OptionalInt port,
        Optional<Boolean> simulated,
        Optional<List<SeriesJson>> series,
        OptionalInt version) {

    SensorJson {
        requireNonNull(id);
        requireNonNull(site);
    }

    /** @param municipalityKey where it is left out, the town with the most sites */
    record SiteJson(
            String key,
            Optional<String> title,
            Optional<String> district,
            OptionalDouble latitude,
            OptionalDouble longitude,
            Optional<String> address,
            Optional<String> municipalityKey) {

        SiteJson {
            requireNonNull(key);
        }

        static SiteJson of(Place place) {
            return new SiteJson(
                    place.key(),
                    Optional.of(place.site().title()),
                    Optional.of(place.site().district()),
                    OptionalDouble.of(place.site().latitude()),
                    OptionalDouble.of(place.site().longitude()),
                    Optional.of(place.address()),
                    Optional.of(place.municipalityKey()));
        }

        /** What is said of the site beside its key; empty if nothing is. */
        Optional<Place> place() {
            if (title.isEmpty() && latitude.isEmpty() && longitude.isEmpty()) return Optional.empty();
            return Optional.of(new Place(
                    new Site(
                            key,
                            title.orElseThrow(() -> new IllegalArgumentException("site.title is missing")),
                            district.orElse(""),
                            latitude.orElseThrow(() -> new IllegalArgumentException("site.latitude is missing")),
                            longitude.orElseThrow(() -> new IllegalArgumentException("site.longitude is missing"))),
                    address.orElse(""),
                    municipalityKey.orElse(""),
                    0));
        }
    }

    record DeviceJson(
            Optional<String> kind, Optional<String> model, Optional<String> serial, Optional<LocalDate> since) {}

    record PrivacyJson(LocalDate day, String by, Optional<String> note) {

        PrivacyJson {
            requireNonNull(day);
            requireNonNull(by);
        }
    }

    record SeriesJson(
            String property,
            long intervalSeconds,
            OptionalInt capacity,
            Optional<List<Double>> marks,
            OptionalDouble plausibleLowest,
            OptionalDouble plausibleHighest,
            Optional<FeedJson> feed) {

        SeriesJson {
            requireNonNull(property);
        }
    }

    record FeedJson(String field, OptionalDouble scale, OptionalDouble offset, Optional<Set<Double>> missing) {

        FeedJson {
            requireNonNull(field);
        }
    }

    static SensorJson of(Sensor sensor, Place place) {
        var stewardship = sensor.stewardship();
        var device = sensor.device();
        return new SensorJson(
                sensor.id().value(),
                Optional.of(sensor.title()),
                SiteJson.of(place),
                Optional.of(new DeviceJson(
                        Optional.of(device.kind()),
                        Optional.of(device.model()),
                        Optional.of(device.serial()),
                        device.since())),
                sensor.placement().orientation(),
                Optional.of(sensor.placement().surroundings()),
                Optional.of(stewardship.owner()),
                Optional.of(stewardship.contact()),
                Optional.of(stewardship.licence()),
                Optional.of(stewardship.purpose()),
                stewardship
                        .privacyCheck()
                        .map(check -> new PrivacyJson(check.day(), check.by(), Optional.of(check.note()))),
                Optional.of(sensor.facts().method()),
                sensor.facts().heightMetres(),
                sensor.facts().sourceClass(),
                sensor.facts().calibratedOn(),
                Optional.of(sensor.facts().calibration()),
                Optional.of(sensor.visibility()),
                Optional.of(sensor.phase()),
                sensor.format(),
                sensor.port(),
                Optional.of(sensor.simulated()),
                Optional.of(sensor.series().stream().map(SensorJson::of).toList()),
                OptionalInt.of(sensor.version()));
    }

    private static SeriesJson of(SeriesPlan plan) {
        return new SeriesJson(
                plan.propertyKey(),
                plan.interval().toSeconds(),
                plan.capacity(),
                Optional.of(plan.marks()),
                plan.plausibleLowest(),
                plan.plausibleHighest(),
                plan.feed()
                        .map(feed -> new FeedJson(
                                feed.field(),
                                OptionalDouble.of(feed.scale()),
                                OptionalDouble.of(feed.offset()),
                                Optional.of(feed.missing()))));
    }

    /** Throws {@link IllegalArgumentException} if that is no sensor. */
    Sensor sensor() {
        return new Sensor(
                new SensorId(id),
                title.orElse(""),
                site.key(),
                device.map(one -> new Device(
                                one.kind().orElse(""),
                                one.model().orElse(""),
                                one.serial().orElse(""),
                                one.since()))
                        .orElse(Device.UNKNOWN),
                new Placement(orientation, surroundings.orElse("")),
                new Stewardship(
                        owner.orElse(""),
                        contact.orElse(""),
                        licence.orElse(""),
                        purpose.orElse(""),
                        privacyCheck.map(check -> new PrivacyCheck(
                                check.day(), check.by(), check.note().orElse("")))),
                new SensorFacts(method.orElse(""), heightMetres, sourceClass, calibratedOn, calibration.orElse("")),
                visibility.orElse(Visibility.PUBLIC),
                phase.orElse(Phase.ACTIVE),
                format,
                port,
                simulated.orElse(false),
                series.orElse(List.of()).stream().map(SensorJson::plan).toList(),
                version.orElse(0));
    }

    private static SeriesPlan plan(SeriesJson one) {
        return new SeriesPlan(
                one.property(),
                Duration.ofSeconds(one.intervalSeconds()),
                one.capacity(),
                one.marks().orElse(List.of()),
                one.plausibleLowest(),
                one.plausibleHighest(),
                one.feed()
                        .map(feed -> new Feed(
                                feed.field(),
                                feed.scale().orElse(1),
                                feed.offset().orElse(0),
                                feed.missing().orElse(Set.of()))));
    }
}
