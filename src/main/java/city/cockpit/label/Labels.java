package city.cockpit.label;

import city.cockpit.access.Role;
import city.cockpit.measurement.SensorId;
import city.cockpit.registry.Place;
import city.cockpit.registry.Sensor;
import city.cockpit.registry.Sensors;
import city.cockpit.town.TownHall;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Draws labels. Any thread. */
@Component
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
public class Labels {

    public static final int MOST = 2_000;

    private final Sensors sensors;
    private final TownHall town;
    private final LabelSettings settings;

    Labels(Sensors sensors, TownHall town, LabelSettings settings) {
        this.sensors = sensors;
        this.town = town;
        this.settings = settings;
    }

    /** With what addresses on labels begin, without a slash at its end; empty if that is not set. */
    public Optional<String> base() {
        return settings.base();
    }

    /** The labels of those sensors, in that order; none for what is not registered. */
    public List<Label> labels(List<SensorId> wanted, String base, String invitation) {
        return wanted.stream()
                .limit(MOST)
                .flatMap(id -> sensors.find(id).stream())
                .map(sensor -> label(sensor, base, invitation))
                .toList();
    }

    private Label label(Sensor sensor, String base, String invitation) {
        var place = sensors.findPlace(sensor.siteKey()).map(Place::site).map(site -> site.title());
        return new Label(
                sensor.id(),
                town.now().profile().name(),
                sensor.name(),
                place.filter(title -> !title.equals(sensor.name())).orElse(""),
                base + "/s/" + ShortCode.of(sensor.id()),
                invitation);
    }

    /** A label as SVG. */
    public String sticker(Label label, LabelFormat format) {
        return StickerSvg.draw(label, format);
    }

    /**
     * Labels as PDF.
     *
     * @param start position of the first label on the first sheet, from 1; the ones before were used already
     * @param title of the document
     */
    public void sheet(List<Label> labels, LabelFormat format, int start, String title, OutputStream out)
            throws IOException {
        if (start < 1 || start > format.perSheet()) throw new IllegalArgumentException("no such position: " + start);
        SheetPdf.write(labels, format, start, title, out);
    }
}
