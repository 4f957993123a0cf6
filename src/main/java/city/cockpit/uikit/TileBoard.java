package city.cockpit.uikit;

import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A grid of tiles. Tiles keep their places: when the order changes, they show each other's faces. (Components that are
 * taken out and put in again within one turn appear twice in the browser.)
 *
 * @param <K> what a tile stands for
 */
public final class TileBoard<K> extends Div {

    private final Wording words;
    private final List<CityTile> tiles = new ArrayList<>();

    public TileBoard(Wording words) {
        this.words = words;
        addClassName("board");
    }

    /**
     * Shows exactly these tiles, in this order.
     *
     * @param promised what the town promised about a value
     */
    public void show(List<K> keys, Function<K, TileFace> face, Function<K, Optional<Promised>> promised) {
        while (tiles.size() > keys.size()) remove(tiles.removeLast());
        while (tiles.size() < keys.size()) {
            tiles.add(new CityTile(words));
            add(tiles.getLast());
        }
        for (var place = 0; place < keys.size(); place++) {
            tiles.get(place).show(face.apply(keys.get(place)));
            tiles.get(place).show(promised.apply(keys.get(place)));
        }
    }
}
