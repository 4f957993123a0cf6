package city.cockpit.basemap;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Gives the tiles of the background to the browsers of this cockpit. */
@RestController
class TileEndpoint {

    static final String ADDRESS = "map/tiles/{z}/{x}/{y}";

    private final MapSettings settings;
    private final Surroundings surroundings;
    private final TileCache tiles;

    TileEndpoint(MapSettings settings, Surroundings surroundings, TileCache tiles) {
        this.settings = settings;
        this.surroundings = surroundings;
        this.tiles = tiles;
    }

    @GetMapping("/" + ADDRESS)
    ResponseEntity<byte[]> tile(
            @PathVariable("z") String z, @PathVariable("x") String x, @PathVariable("y") String y, WebRequest request) {
        if (settings.kind() == MapSettings.Kind.NONE)
            return ResponseEntity.notFound().build();
        var tile = Tile.find(z, x, y)
                .filter(found -> found.zoom() <= settings.maxZoom())
                .filter(surroundings::touch);
        if (tile.isEmpty()) return ResponseEntity.notFound().build();
        return switch (tiles.tile(tile.get())) {
            case Fetched.Found(var image) -> answer(image, request);
            case Fetched.Absent() -> ResponseEntity.notFound().build();
            case Fetched.Unavailable(var _) ->
                ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .cacheControl(CacheControl.noStore())
                        .build();
        };
    }

    /** A browser that has the image already gets none. */
    private static ResponseEntity<byte[]> answer(Image image, WebRequest request) {
        var cacheControl = CacheControl.maxAge(image.fresh()).cachePublic();
        var tag = "\"" + image.tag() + "\"";
        if (request.checkNotModified(tag))
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .cacheControl(cacheControl)
                    .eTag(tag)
                    .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(image.type()))
                .cacheControl(cacheControl)
                .eTag(tag)
                .body(image.bytes().content());
    }
}
