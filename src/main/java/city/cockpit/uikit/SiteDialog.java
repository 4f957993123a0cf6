package city.cockpit.uikit;

import city.cockpit.live.CityPicture;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.NativeButton;

/** A site beside the page it was chosen on; on telephones instead of it. Closed with Escape, its button or a click outside. */
@Tag("dialog")
final class SiteDialog extends HtmlContainer {

    private final String site;
    private final SitePanel panel;

    SiteDialog(Wording words, String site, Runnable closed) {
        this.site = site;
        this.panel = new SitePanel(words, new com.vaadin.flow.component.html.H2());
        addClassName("site-dialog");
        getElement().setAttribute("closedby", "any");
        getElement().setAttribute("aria-label", words.text("sites.site"));
        var close = new NativeButton("×");
        close.addClassName("site-close");
        close.setAriaLabel(words.text("sites.close"));
        close.getElement().executeJs("this.addEventListener('click', () => this.closest('dialog').close())");
        add(close, panel, new Footer(new Anchor("site/" + site, words.text("sites.page"))));
        getElement().addEventListener("close", event -> {
            removeFromParent();
            closed.run();
        });
    }

    void show(CityPicture picture) {
        SiteStates.find(picture, site).ifPresent(states -> panel.show(states, picture));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs("if (!this.open) this.showModal()");
    }
}
