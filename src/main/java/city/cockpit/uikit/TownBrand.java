package city.cockpit.uikit;

import city.cockpit.town.SavedTown;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;

/** Arms and name of the town at the top of every page, which lead to its overview. */
public final class TownBrand extends Anchor {

    private final Image arms = new Image("", "");
    private final Span name = new Span();

    public TownBrand(String product) {
        super("");
        addClassName("brand");
        arms.addClassName("arms");
        name.addClassName("town");
        var what = new Span(product);
        what.addClassName("product");
        add(arms, name, what);
    }

    void show(SavedTown town) {
        show(town.profile().name(), town.profile().arms().path());
    }

    /** The name says it all to those who do not see the arms. */
    public void show(String townName, String armsAddress) {
        arms.setSrc(armsAddress);
        name.setText(townName);
    }
}
