package city.cockpit.uikit;

import com.vaadin.flow.component.html.Article;

/** What stands on tiles, for tests of pages: the pages themselves have only its print. */
public final class TileLooks {

    private TileLooks() {}

    public static Article of(CityTile tile) {
        return (Article) tile.look().orElseThrow();
    }
}
