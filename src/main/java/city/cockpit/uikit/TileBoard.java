package city.cockpit.uikit;

import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A grid of tiles. Tiles keep their places: when the order changes, they show each other's faces. (Components that are
 * taken out and put in again within one turn appear twice in the browser.)
 *
 * @param <K> what a tile stands for
 */
public final class TileBoard<K> extends Div {

    private final Wording words;
    private final Function<Wording, CityTile> make;
    private final List<CityTile> tiles = new ArrayList<>();
    private List<K> shown = List.of();
    private @Nullable Function<K, TileWays> ways;
    private @Nullable TileMenu menu;

    public TileBoard(Wording words) {
        this(words, CityTile::new);
    }

    /** Tiles that say in words what a number means before they say the number. */
    public static <K> TileBoard<K> wordsFirst(Wording words) {
        return new TileBoard<>(words, CityTile::wordsFirst);
    }

    private TileBoard(Wording words, Function<Wording, CityTile> make) {
        this.words = words;
        this.make = make;
        addClassName("board");
    }

    /**
     * Each tile has a button for the ways on from it.
     *
     * @param ways asked when somebody opens them
     */
    public void offer(Function<K, TileWays> ways) {
        this.ways = ways;
        this.menu = new TileMenu();
        add(menu);
    }

    private CityTile newTile(int place) {
        var tile = make.apply(words);
        if (ways != null) tile.offerMore(() -> open(place, tile));
        return tile;
    }

    private void open(int place, CityTile tile) {
        if (menu != null && ways != null && place < shown.size()) menu.open(ways.apply(shown.get(place)), tile);
    }

    /**
     * Shows exactly these tiles, in this order.
     *
     * @param promised what the town promised about a value
     */
    public void show(List<K> keys, Function<K, TileFace> face, Function<K, Optional<Promised>> promised) {
        while (tiles.size() > keys.size()) remove(tiles.removeLast());
        while (tiles.size() < keys.size()) {
            tiles.add(newTile(tiles.size()));
            add(tiles.getLast());
        }
        shown = keys;
        for (var place = 0; place < keys.size(); place++) {
            var key = keys.get(place);
            tiles.get(place).show(face.apply(key), promised.apply(key));
        }
    }
}
