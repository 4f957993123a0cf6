package city.cockpit.uikit;

import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A grid of tiles. A tile stays the same component as long as its key is on the board, so the keyboard keeps its place
 * while values change.
 *
 * @param <K> what a tile stands for
 */
public final class TileBoard<K> extends Div {

    private final Wording words;
    private final Map<K, CityTile> tiles = new LinkedHashMap<>();

    public TileBoard(Wording words) {
        this.words = words;
        addClassName("board");
    }

    /** Shows exactly these tiles, in this order. */
    public void show(List<K> keys, Function<K, TileFace> face) {
        if (!keys.equals(List.copyOf(tiles.keySet()))) arrange(keys);
        tiles.forEach((key, tile) -> tile.show(face.apply(key)));
    }

    private void arrange(List<K> keys) {
        var before = Map.copyOf(tiles);
        tiles.clear();
        removeAll();
        for (var key : keys) {
            var known = before.get(key);
            var tile = known == null ? new CityTile(words) : known;
            tiles.put(key, tile);
            add(tile);
        }
    }
}
