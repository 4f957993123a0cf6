package city.cockpit.administration;

import city.cockpit.town.Contrast;
import city.cockpit.town.HexColor;
import city.cockpit.town.Paper;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Optional;

/** A colour, typed or picked, with its contrast on the paper it will stand on and the nearest shade that can be read. */
final class ColorField extends TextField {

    private final Wording words;
    private final Paper paper;
    private final Input picker = new Input();
    private final Span contrast = new Span();
    private final Button readable;

    ColorField(Wording words, Paper paper) {
        super(words.text("setup.color." + paper));
        this.words = words;
        this.paper = paper;
        addClassName("color-field");
        setValueChangeMode(ValueChangeMode.LAZY);
        setAutocomplete(Autocomplete.OFF);
        picker.setType("color");
        picker.getElement().setAttribute("aria-label", words.text("setup.color.pick"));
        picker.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        picker.addValueChangeListener(change -> {
            if (change.isFromClient()) setValue(change.getValue());
        });
        setPrefixComponent(picker);
        contrast.getElement().setAttribute("role", "status");
        readable = new Button(words.text("setup.color.readable"), click -> takeReadable());
        readable.addThemeVariants(ButtonVariant.SMALL);
        setHelperComponent(new Div(contrast, readable));
        addValueChangeListener(change -> judge());
        judge();
    }

    Optional<HexColor> color() {
        return HexColor.find(getValue());
    }

    /** Whether text in this colour can be read on the paper. */
    boolean isReadable() {
        return color().stream().anyMatch(color -> paper.contrast(color) >= Contrast.TEXT);
    }

    private void takeReadable() {
        color().ifPresent(color -> setValue(paper.readable(color, Contrast.TEXT).value()));
    }

    private void judge() {
        color().ifPresent(color -> picker.setValue(color.value()));
        contrast.setText(color().map(this::verdict).orElse(words.text("setup.color.form")));
        readable.setVisible(color().isPresent() && !isReadable());
    }

    private String verdict(HexColor color) {
        var ratio = paper.contrast(color);
        var word =
                ratio >= 7 ? "strong" : ratio >= Contrast.TEXT ? "good" : ratio >= Contrast.SHAPE ? "shapes" : "weak";
        // Rounded down: 4.47 must not read as the 4.5 that it misses.
        return words.text("setup.contrast." + word, words.formats().number(Math.floor(ratio * 10) / 10, 1));
    }
}
