package city.cockpit.technicians;

import city.cockpit.access.Role;
import city.cockpit.label.Label;
import city.cockpit.label.LabelFormat;
import city.cockpit.label.Labels;
import city.cockpit.measurement.SensorId;
import city.cockpit.registry.Sensor;
import city.cockpit.registry.Sensors;
import city.cockpit.uikit.AdministrationLayout;
import city.cockpit.uikit.Beneath;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.NamedDrawing;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.streams.DownloadHandler;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Labels to stick on sensors: of the one that the address names, or of many, as sheets or one by one. */
@Beneath("sensors")
@Route(value = "labels", layout = AdministrationLayout.class)
@RouteAlias(value = "sensors/:sensor/label", layout = AdministrationLayout.class)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
final class LabelsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final Set<String> OF_THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Wording words;
    private final Labels labels;
    private final Sensors sensors;
    private final String base;
    private final Paragraph lead = new Paragraph();
    private final MultiSelectComboBox<Sensor> chosen;
    private final Select<LabelFormat> format = new Select<>();
    private final IntegerField start = new IntegerField();
    private final TextField invitation = new TextField();
    private final Div preview = new Div();
    private final Paragraph count = new Paragraph();
    private final Anchor pdf;
    private final Anchor svg;

    LabelsView(Wordings wordings, Labels labels, Sensors sensors) {
        this.words = wordings.ofThisPage();
        this.labels = labels;
        this.sensors = sensors;
        base = labels.base().orElseGet(LabelsView::baseOfThisPage);
        lead.addClassName("lead");
        chosen = new MultiSelectComboBox<>(words.text("labels.sensors"));
        chosen.setItems(LabelsView::matches, sensors.listSensors());
        chosen.setItemLabelGenerator(LabelsView::name);
        chosen.setHelperText(words.text("labels.sensors.help", words.formats().count(Labels.MOST)));
        chosen.setClearButtonVisible(true);
        chosen.addValueChangeListener(change -> show());
        format.setLabel(words.text("labels.format"));
        format.setItems(LabelFormat.values());
        format.setItemLabelGenerator(one -> words.text("label.format." + one));
        format.setValue(LabelFormat.L4773);
        format.addValueChangeListener(change -> show());
        start.setLabel(words.text("labels.start"));
        start.setHelperText(words.text("labels.start.help"));
        start.setStepButtonsVisible(true);
        start.setMin(1);
        start.setValue(1);
        start.setValueChangeMode(ValueChangeMode.EAGER);
        start.addValueChangeListener(change -> show());
        invitation.setLabel(words.text("labels.invitation"));
        invitation.setMaxLength(Label.LONGEST_INVITATION);
        invitation.setValue(words.text("label.invitation"));
        invitation.setValueChangeMode(ValueChangeMode.LAZY);
        invitation.addValueChangeListener(change -> show());
        pdf = file("labels.pdf", "application/pdf", words.text("labels.file") + ".pdf", this::sheet);
        svg = file("labels.svg", "image/svg+xml", words.text("labels.file") + ".svg", this::sticker);
        count.addClassName("panel-note");
        count.getElement().setAttribute("role", "status");
        preview.addClassName("label-preview");
        var fields = new Div(chosen, format, start, invitation);
        fields.addClassName("panel-fields");
        var files = new Div(pdf, svg);
        files.addClassName("panel-buttons");
        var form = new Section(fields, count, files);
        form.addClassNames("panel", "panel-form");
        form.getElement().setAttribute("aria-label", words.text("labels.title"));
        var columns = new Div(form, preview);
        columns.addClassName("labels");
        add(new H1(words.text("labels.title")), lead);
        if (OF_THIS_MACHINE.contains(host(base))) add(warning());
        add(columns);
    }

    private FormMessage warning() {
        var warning = new FormMessage();
        warning.say(FormMessage.Kind.NOTICE, words.text("labels.local", base));
        return warning;
    }

    private static String host(String address) {
        return Optional.ofNullable(URI.create(address).getHost()).orElse("");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (event.getRouteParameters().get("sensor").isPresent())
            choose(List.of(SensorInAddress.sensor(event, sensors)));
        else
            choose(event.getLocation().getQueryParameters().getParameters("sensors").stream()
                    .flatMap(names -> Arrays.stream(names.split(",", -1)))
                    .limit(Labels.MOST)
                    .flatMap(name -> SensorId.find(name).flatMap(sensors::find).stream())
                    .toList());
    }

    private void choose(List<Sensor> wanted) {
        lead.setText(words.text("labels.lead"));
        chosen.setValue(new LinkedHashSet<>(wanted));
        show();
    }

    private void show() {
        var sheet = format.getValue();
        start.setMax(sheet.perSheet());
        var first = start();
        start.setInvalid(start.isEmpty() || start.getValue() != first);
        start.setErrorMessage(words.text("labels.start.wrong", sheet.perSheet()));
        var wanted = chosen.getValue().size();
        chosen.setInvalid(wanted > Labels.MOST);
        chosen.setErrorMessage(words.text("labels.sensors.help", words.formats().count(Labels.MOST)));
        count.setText(
                wanted == 0
                        ? words.text("labels.none")
                        : words.text("labels.count", (long) wanted, (long) sheet.sheets(wanted, first)));
        pdf.setVisible(wanted > 0);
        svg.setVisible(wanted > 0);
        svg.setText(words.text(wanted == 1 ? "labels.svg" : "labels.svg.many"));
        preview.removeAll();
        labels.labels(ids().stream().limit(1).toList(), base, line())
                .forEach(label -> preview.add(drawing(label, sheet)));
    }

    private NamedDrawing drawing(Label label, LabelFormat sheet) {
        return new NamedDrawing(
                labels.sticker(label, sheet), words.text("labels.preview", label.name(), label.address()));
    }

    /** What was typed may be nonsense for a moment. */
    private int start() {
        return Math.clamp(
                start.isEmpty() ? 1 : start.getValue(), 1, format.getValue().perSheet());
    }

    /** Browsers keep to the limits of a field, but nobody else has to. */
    private String line() {
        var typed = invitation.getValue().replaceAll("\\p{Cntrl}", " ").strip();
        return typed.substring(0, Math.min(typed.length(), Label.LONGEST_INVITATION));
    }

    private List<SensorId> ids() {
        return chosen.getValue().stream().map(Sensor::id).toList();
    }

    private List<Label> wanted() {
        return labels.labels(ids(), base, line());
    }

    private void sheet(OutputStream out) throws IOException {
        labels.sheet(wanted(), format.getValue(), start(), words.text("labels.title"), out);
    }

    /** One as it is; several packed together. */
    private void sticker(OutputStream out) throws IOException {
        var all = wanted();
        if (all.size() == 1) {
            out.write(drawn(all.getFirst()));
            return;
        }
        try (var zip = new ZipOutputStream(out)) {
            for (var label : all) {
                zip.putNextEntry(new ZipEntry(label.sensor() + ".svg"));
                zip.write(drawn(label));
                zip.closeEntry();
            }
        }
    }

    private byte[] drawn(Label label) {
        return labels.sticker(label, format.getValue()).getBytes(StandardCharsets.UTF_8);
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private Anchor file(String id, String type, String name, Content content) {
        DownloadHandler handler = event -> {
            var packed = id.endsWith("svg") && chosen.getValue().size() > 1;
            event.setFileName(packed ? name.replace(".svg", ".zip") : name);
            event.setContentType(packed ? "application/zip" : type);
            content.writeTo(event.getOutputStream());
        };
        var anchor = new Anchor(handler, words.text("labels.pdf"));
        anchor.addClassName("button");
        anchor.setVisible(false);
        return anchor;
    }

    private static String name(Sensor sensor) {
        return sensor.title().isEmpty() ? sensor.id().value() : sensor.title() + " · " + sensor.id();
    }

    private static boolean matches(Sensor sensor, String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return (name(sensor) + " " + sensor.siteKey()).toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** As this visitor reached the cockpit. */
    private static String baseOfThisPage() {
        return Optional.ofNullable(VaadinServletRequest.getCurrent())
                .map(request -> request.getHttpServletRequest())
                .map(request -> {
                    var whole = request.getRequestURL().toString();
                    return whole.substring(0, whole.indexOf('/', "https://".length())) + request.getContextPath();
                })
                .orElse("http://localhost");
    }

    @Override
    public String getPageTitle() {
        return words.text("labels.title");
    }
}
