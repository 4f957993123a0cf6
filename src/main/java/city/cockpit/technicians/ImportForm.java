package city.cockpit.technicians;

import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesId;
import city.cockpit.transfer.Encoding;
import city.cockpit.transfer.FileForm;
import city.cockpit.transfer.FileForm.Shape;
import city.cockpit.transfer.Import;
import city.cockpit.transfer.Imports;
import city.cockpit.transfer.Mapping;
import city.cockpit.transfer.Sample;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a file is read: what was guessed or remembered, to be corrected; its first lines; and which series is which. */
final class ImportForm extends Div {

    private static final int ROWS = 5;
    private static final int MOST_COLUMNS = 12;

    private final Wording words;
    private final Imports imports;
    private final Attempt attempt;
    private final Import file;
    private final List<Series> series;
    private final Select<Encoding> encoding = new Select<>();
    private final Select<Character> separator = new Select<>();
    private final Select<Boolean> decimal = new Select<>();
    private final Select<Shape> shape = new Select<>();
    private final Checkbox header = new Checkbox();
    private final ComboBox<ZoneId> zone = new ComboBox<>();
    private final ColumnField time;
    private final ColumnField value;
    private final ColumnField name;
    private final ColumnField property;
    private final ColumnField unit;
    private final Div preview = new Div();
    private final Div names = new Div();
    private final Paragraph lacking = new Paragraph();
    private final TextField mapping = new TextField();
    private final Map<String, ComboBox<Series>> choices = new LinkedHashMap<>();
    private Map<String, SeriesId> chosen;
    private boolean isFilling;

    ImportForm(Wording words, Imports imports, Attempt attempt, Import file, Consumer<ImportForm> check) {
        this.words = words;
        this.imports = imports;
        this.attempt = attempt;
        this.file = file;
        this.series = imports.listSeries();
        this.chosen = file.form().series();
        time = new ColumnField("transfer.column.time", false);
        value = new ColumnField("transfer.column.value", false);
        name = new ColumnField("transfer.column.series", false);
        property = new ColumnField("transfer.column.property", true);
        unit = new ColumnField("transfer.column.unit", true);
        offer(encoding, "transfer.encoding", List.of(Encoding.values()), Encoding::title);
        offer(
                separator,
                "transfer.separator",
                List.of(';', ',', '\t', '|'),
                sign -> words.text("transfer.separator." + separatorName(sign)));
        offer(
                decimal,
                "transfer.decimal",
                List.of(true, false),
                comma -> words.text(comma ? "transfer.decimal.comma" : "transfer.decimal.point"));
        offer(shape, "transfer.shape", List.of(Shape.values()), one -> words.text("transfer.shape." + one));
        header.setLabel(words.text("transfer.header"));
        zone.setLabel(words.text("transfer.zone"));
        zone.setHelperText(words.text("transfer.zone.help"));
        zone.setItems(ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") || id.equals("UTC"))
                .sorted()
                .map(ZoneId::of)
                .toList());
        mapping.setLabel(words.text("transfer.mapping"));
        mapping.setHelperText(words.text("transfer.mapping.help"));
        mapping.setMaxLength(Mapping.LONGEST_NAME);
        mapping.setValue(file.mapping());
        var columns = new Div(time, name, property, value, unit);
        columns.addClassName("import-fields");
        var basics = new Div(shape, separator, decimal, encoding, zone, header);
        basics.addClassName("import-fields");
        preview.addClassNames("scroll", "import-preview");
        preview.getElement().setAttribute("tabindex", "0");
        preview.getElement().setAttribute("role", "region");
        preview.getElement().setAttribute("aria-label", words.text("transfer.preview"));
        names.addClassName("import-fields");
        lacking.addClassName("panel-note");
        var go = new Button(words.text("transfer.check"), click -> check.accept(this));
        go.addThemeVariants(ButtonVariant.PRIMARY);
        addClassName("import-form");
        add(remembered(), basics, columns, new H3(words.text("transfer.preview")), preview);
        add(new H3(words.text("transfer.names")), lacking, names, mapping, go);
        fill(file.form());
        follow(encoding, separator, decimal, shape, time, value, name, property, unit);
        header.addValueChangeListener(change -> changed());
        zone.addValueChangeListener(change -> changed());
    }

    private void follow(Select<?>... fields) {
        for (var field : fields) field.addValueChangeListener(change -> changed());
    }

    /** The forms that are remembered for this header, if there are any. */
    private Div remembered() {
        var all = new Div();
        all.addClassName("import-fields");
        attempt.at(() -> imports.listMappings(file), found -> {
            all.setVisible(!found.isEmpty());
            if (found.isEmpty()) return;
            var offered = new Select<Mapping>();
            offered.setLabel(words.text("transfer.remembered"));
            offered.setItems(found);
            offered.setItemLabelGenerator(Mapping::name);
            found.stream()
                    .filter(one -> one.name().equals(file.mapping()))
                    .findFirst()
                    .ifPresent(offered::setValue);
            offered.addValueChangeListener(change -> take(change.getValue()));
            all.add(offered);
        });
        return all;
    }

    private void take(Mapping remembered) {
        mapping.setValue(remembered.name());
        chosen = remembered.form().series();
        fill(remembered.form());
    }

    private <T> void offer(Select<T> field, String label, List<T> items, ItemLabelGenerator<T> names) {
        field.setLabel(words.text(label));
        field.setItems(items);
        field.setItemLabelGenerator(names);
    }

    private static String separatorName(char sign) {
        return switch (sign) {
            case ';' -> "semicolon";
            case '\t' -> "tab";
            case '|' -> "bar";
            default -> "comma";
        };
    }

    private void fill(FileForm form) {
        isFilling = true;
        encoding.setValue(form.encoding());
        separator.setValue(form.separator());
        decimal.setValue(form.decimalComma());
        shape.setValue(form.shape());
        header.setValue(form.header());
        zone.setValue(form.zone());
        isFilling = false;
        show(form);
    }

    private void changed() {
        if (!isFilling) show(form());
    }

    private void show(FileForm form) {
        attempt.at(() -> imports.sample(file.id(), form), sample -> show(form, sample));
    }

    private void show(FileForm form, Sample sample) {
        isFilling = true;
        var isLong = form.shape() == Shape.LONG;
        time.offer(sample.columns(), form.timeColumn());
        value.offer(sample.columns(), form.valueColumn());
        name.offer(sample.columns(), form.seriesColumn());
        property.offer(sample.columns(), form.propertyColumn());
        unit.offer(sample.columns(), form.unitColumn());
        Stream.of(value, name, property, unit).forEach(field -> field.setVisible(isLong));
        showPreview(sample);
        showNames(sample);
        isFilling = false;
    }

    private void showPreview(Sample sample) {
        var head = new NativeTableRow();
        sample.columns().stream().limit(MOST_COLUMNS).forEach(column -> head.add(new NativeTableHeaderCell(column)));
        var body = new NativeTableBody();
        for (var cells : sample.rows().stream().limit(ROWS).toList()) {
            var row = new NativeTableRow();
            cells.stream().limit(MOST_COLUMNS).forEach(cell -> row.add(new NativeTableCell(cell)));
            body.add(row);
        }
        preview.removeAll();
        preview.add(new NativeTable(new NativeTableHeader(head), body));
    }

    private void showNames(Sample sample) {
        choices.clear();
        names.removeAll();
        for (var one : sample.names()) {
            var field = new ComboBox<Series>(one);
            field.setItems(series);
            field.setItemLabelGenerator(offered -> words.text(
                    "transfer.series",
                    offered.place(),
                    offered.property().name(words.locale()),
                    offered.id().value()));
            field.setPlaceholder(words.text("transfer.series.none"));
            field.setClearButtonVisible(true);
            var id = Optional.ofNullable(chosen.get(one))
                    .or(() -> Optional.ofNullable(sample.known().get(one)));
            series.stream()
                    .filter(offered -> id.filter(offered.id()::equals).isPresent())
                    .findFirst()
                    .ifPresent(field::setValue);
            field.addValueChangeListener(change -> sayWhatLacks());
            choices.put(one, field);
            names.add(field);
        }
        sayWhatLacks();
    }

    private void sayWhatLacks() {
        var without = choices.values().stream().filter(field -> field.isEmpty()).count();
        lacking.setText(words.text(
                "transfer.names.assigned",
                words.formats().count(choices.size() - without),
                words.formats().count(choices.size())));
    }

    /** What stands in the fields. */
    FileForm form() {
        var isLong = shape.getValue() == Shape.LONG;
        return new FileForm(
                encoding.getValue(),
                separator.getValue(),
                decimal.getValue(),
                header.getValue(),
                shape.getValue(),
                Objects.requireNonNullElse(zone.getValue(), file.form().zone()),
                Math.max(0, time.column()),
                isLong ? Math.max(0, value.column()) : FileForm.NONE,
                isLong ? Math.max(0, name.column()) : FileForm.NONE,
                isLong ? property.column() : FileForm.NONE,
                isLong ? unit.column() : FileForm.NONE,
                chosenNames());
    }

    private Map<String, SeriesId> chosenNames() {
        var all = new HashMap<>(chosen);
        choices.forEach((one, field) -> {
            if (field.isEmpty()) all.remove(one);
            else all.put(one, field.getValue().id());
        });
        chosen = Map.copyOf(all);
        return chosen;
    }

    String mapping() {
        return mapping.getValue();
    }

    /** A column of the file by its name. */
    private final class ColumnField extends Select<Integer> {

        private List<String> columns = List.of();

        ColumnField(String label, boolean mayBeNone) {
            setLabel(words.text(label));
            setEmptySelectionAllowed(mayBeNone);
            setEmptySelectionCaption(words.text("transfer.column.none"));
            setItemLabelGenerator(this::label);
        }

        private String label(@Nullable Integer column) {
            return column == null || column >= columns.size()
                    ? words.text("transfer.column.none")
                    : columns.get(column);
        }

        void offer(List<String> names, int column) {
            columns = names;
            setItems(IntStream.range(0, names.size()).boxed().toList());
            if (column >= 0 && column < names.size()) setValue(column);
            else clear();
        }

        int column() {
            return getValue() == null ? FileForm.NONE : getValue();
        }
    }
}
