package city.cockpit.administration;

import city.cockpit.town.ArmsImage;
import city.cockpit.town.ArmsReader;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;

/** The town's coat of arms: a picture, and the way to another one. */
final class ArmsField extends CustomField<ArmsImage> {

    private final Wording words;
    private final Image image = new Image("", "");
    private final Button neutral;
    private ArmsImage current = ArmsImage.neutral();

    ArmsField(Wording words) {
        super(ArmsImage.neutral());
        this.words = words;
        addClassName("arms-field");
        setLabel(words.text("setup.arms"));
        setHelperText(words.text("setup.arms.help"));
        image.addClassName("setup-arms");
        neutral = new Button(words.text("setup.arms.neutral"), click -> choose(ArmsImage.neutral()));
        neutral.addThemeVariants(ButtonVariant.TERTIARY);
        var row = new Div(image, new PickFile(words, words.text("setup.arms.pick"), ArmsReader.MOST_BYTES, this::take));
        row.add(neutral);
        row.addClassName("pick-row");
        add(row);
        draw();
    }

    /** What was uploaded. */
    void take(byte[] bytes) {
        switch (ArmsReader.read(bytes)) {
            case ArmsReader.Verdict.Accepted(var accepted) -> choose(accepted);
            case ArmsReader.Verdict.Refused(var problem) -> {
                setErrorMessage(words.text("setup.arms.problem." + problem));
                setInvalid(true);
            }
        }
    }

    private void choose(ArmsImage next) {
        setInvalid(false);
        current = next;
        draw();
        updateValue();
    }

    private void draw() {
        image.setSrc(current.dataAddress());
        neutral.setVisible(!current.equals(ArmsImage.neutral()));
    }

    @Override
    protected ArmsImage generateModelValue() {
        return current;
    }

    @Override
    protected void setPresentationValue(ArmsImage value) {
        current = value;
        draw();
    }
}
