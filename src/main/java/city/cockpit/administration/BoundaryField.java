package city.cockpit.administration;

import city.cockpit.town.Boundary;
import city.cockpit.town.BoundaryReader;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Where the town ends: GeoJSON from a file or pasted, shown as an outline with its size. */
final class BoundaryField extends CustomField<Optional<Boundary>> {

    private final Wording words;
    private final Image outline = new Image("", "");
    private final Span summary = new Span();
    private final Button remove;
    private final TextArea pasted;
    private Optional<Boundary> current = Optional.empty();

    BoundaryField(Wording words) {
        super(Optional.empty());
        this.words = words;
        addClassName("boundary-field");
        setLabel(words.text("setup.boundary"));
        setHelperText(words.text("setup.boundary.help"));
        outline.addClassName("setup-outline");
        remove = new Button(words.text("setup.boundary.remove"), click -> choose(Optional.empty()));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        pasted = new TextArea(words.text("setup.boundary.text"));
        pasted.setMaxRows(8);
        pasted.setWidthFull();
        var paste = new Div(pasted, new Button(words.text("setup.boundary.take"), click -> take(pasted.getValue())));
        paste.addClassName("paste");
        var pick = new PickFile(
                words,
                words.text("setup.boundary.pick"),
                BoundaryReader.MOST_CHARACTERS,
                bytes -> take(new String(bytes, StandardCharsets.UTF_8)));
        var row = new Div(outline, summary, pick, remove);
        row.addClassName("pick-row");
        add(row, new Details(words.text("setup.boundary.paste"), paste));
        draw();
    }

    /** GeoJSON, or what somebody takes for it. */
    void take(String text) {
        switch (BoundaryReader.read(text)) {
            case BoundaryReader.Verdict.Accepted(var boundary) -> {
                pasted.clear();
                choose(Optional.of(boundary));
            }
            case BoundaryReader.Verdict.Refused(var problem) -> {
                setErrorMessage(words.text("setup.boundary.problem." + problem));
                setInvalid(true);
            }
        }
    }

    private void choose(Optional<Boundary> next) {
        setInvalid(false);
        current = next;
        draw();
        updateValue();
    }

    private void draw() {
        outline.setVisible(current.isPresent());
        remove.setVisible(current.isPresent());
        current.ifPresent(boundary -> outline.setSrc(picture(boundary)));
        summary.setText(current.map(boundary -> words.text(
                        "setup.boundary.size",
                        words.formats().number(boundary.squareKilometers(), 1),
                        words.formats().count(boundary.points())))
                .orElse(words.text("setup.boundary.none")));
    }

    /** In a grey that is seen on light and on dark paper. */
    private static String picture(Boundary boundary) {
        var svg = """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="-3 -3 106 106"><path d="%s" \
                fill="#7a828a" fill-opacity=".25" fill-rule="evenodd" stroke="#7a828a" stroke-width="2"/></svg>""".formatted(boundary.toPath(100));
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected Optional<Boundary> generateModelValue() {
        return current;
    }

    @Override
    protected void setPresentationValue(Optional<Boundary> value) {
        current = value;
        draw();
    }
}
