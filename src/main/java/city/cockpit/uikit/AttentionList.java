package city.cockpit.uikit;

import city.cockpit.live.CityPicture;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.signals.local.ValueSignal;

/** The series a person should look at, worst first: what a norm warns of, who sends nonsense, and who is silent. */
public final class AttentionList extends Composite<Section> {

    /** What fits beside the tiles; the reader may ask for all. */
    private static final int FEW = 3;

    private final Wording words;
    private final Printed list;
    private final NativeButton more = new NativeButton();
    private final ValueSignal<Boolean> whole = new ValueSignal<>(false);

    public AttentionList(Wording words) {
        this.words = words;
        list = new Printed(words);
        getContent().addClassName("attention");
        more.addClassName("link");
        more.addClickListener(click -> whole.set(!whole.peek()));
        getContent().add(list, more);
    }

    /** Shows what the picture asks to look at; in an effect of the page, which calls it again when the reader wants all. */
    public void show(CityPicture picture, CityFaces faces) {
        show(picture, faces, FEW);
    }

    /**
     * The same where something more urgent takes the room.
     *
     * @param few how many rows there are until the reader wants all, from 0
     */
    public void show(CityPicture picture, CityFaces faces, int few) {
        var face = faces.attention(picture, words);
        list.show(whole.get() ? face : face.first(few));
        more.setText(words.text(whole.get() ? "attention.fewer" : "attention.all", (long) face.count()));
        more.setVisible(face.count() > few);
        setVisible(!picture.series().isEmpty());
    }
}
