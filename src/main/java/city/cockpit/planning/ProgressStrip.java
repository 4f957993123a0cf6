package city.cockpit.planning;

import city.cockpit.uikit.Printed;
import city.cockpit.uikit.Wording;

/** A few promises of the town beside its live values: how far they are, and who says so. Not there without a promise. */
public final class ProgressStrip extends Printed {

    private final Wording words;
    private final Promises promises;

    public ProgressStrip(Wording words, Promises promises) {
        super(words);
        this.words = words;
        this.promises = promises;
        addClassName("promise-strip");
        getElement().setAttribute("role", "region").setAttribute("aria-label", words.text("promises.strip"));
        setVisible(false);
        show();
    }

    /** Shows what is known now; of what did not change nothing is touched. Never blocks. */
    public void show() {
        var face = promises.strip(words, (picture, wording) -> new PlanWords(wording).strip(picture))
                .filter(known -> !known.entries().isEmpty());
        setVisible(face.isPresent());
        face.ifPresent(this::show);
    }
}
