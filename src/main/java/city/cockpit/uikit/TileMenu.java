package city.cockpit.uikit;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;

/**
 * The ways on from a tile. One sheet serves all tiles of a board and is filled when somebody opens it, so tiles cost nothing
 * more while nobody does. The browser itself closes it and gives the keyboard back.
 */
final class TileMenu extends Div {

    private final H3 name = new H3();
    private final UnorderedList list = new UnorderedList();
    private final Paragraph about = new Paragraph();

    TileMenu() {
        addClassName("tile-menu");
        getElement().setAttribute("popover", "auto");
        getElement().setAttribute("role", "group");
        name.getElement().setAttribute("tabindex", "-1");
        add(name, list, about);
    }

    void open(TileWays ways, CityTile tile) {
        name.setText(ways.name());
        getElement().setAttribute("aria-label", ways.name());
        list.removeAll();
        for (var way : ways.ways()) {
            var link = new Anchor(way.href(), way.text());
            if (!way.isPage()) link.setRouterIgnore(true);
            list.add(new ListItem(link));
        }
        about.setText(ways.about());
        about.setVisible(!ways.about().isEmpty());
        getElement().executeJs("""
                        const edge = 8;
                        const place = $0.querySelector('.tile-more').getBoundingClientRect();
                        this.showPopover();
                        const left = Math.min(innerWidth - this.offsetWidth - edge, place.right - this.offsetWidth);
                        const above = place.top - this.offsetHeight - 4;
                        const fits = place.bottom + 4 + this.offsetHeight < innerHeight;
                        this.style.left = `${Math.max(edge, left)}px`;
                        this.style.top = `${fits ? place.bottom + 4 : Math.max(edge, above)}px`;
                        this.querySelector('a')?.focus();""", tile.getElement());
    }
}
