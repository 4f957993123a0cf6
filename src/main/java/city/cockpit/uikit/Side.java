package city.cockpit.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;

/** What was chosen from the list of a page, beside it; on a narrow screen in its place, with the way back. */
public final class Side extends Aside {

    private final Main page;
    private final Anchor back;

    /**
     * Puts both on the page; nothing is chosen at first.
     *
     * @param path of the page where nothing is chosen
     * @param back text of the way there
     */
    public Side(Main page, Div list, String path, String back) {
        this.page = page;
        this.back = new Anchor(path, back);
        this.back.addClassName("beside-back");
        list.addClassName("beside-list");
        addClassName("beside-side");
        page.addClassName("beside");
        page.add(list, this);
        close();
    }

    /** From now on leads back there. */
    public void leadBackTo(String path) {
        back.setHref(path);
    }

    public void open(Component panel) {
        removeAll();
        add(back, panel);
        setVisible(true);
        page.addClassName("beside-open");
    }

    public void close() {
        removeAll();
        setVisible(false);
        page.removeClassName("beside-open");
    }
}
