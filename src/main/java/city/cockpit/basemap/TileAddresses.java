package city.cockpit.basemap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.TreeMap;

/** Where the service by configuration has a tile. Of what a browser asks, nothing but the tile gets into an address. */
final class TileAddresses {

    private static final int PIXELS = 256;

    private final MapSettings settings;

    TileAddresses(MapSettings settings) {
        this.settings = settings;
    }

    URI of(Tile tile) {
        return switch (settings.kind()) {
            case NONE -> throw new IllegalStateException("no background by configuration");
            case XYZ -> URI.create(fill(settings.url(), tile));
            case WMS -> wms(tile);
            case WMTS -> settings.url().contains("{TileMatrix}") ? URI.create(fill(settings.url(), tile)) : wmts(tile);
        };
    }

    private String fill(String template, Tile tile) {
        return template.replace("{z}", String.valueOf(tile.zoom()))
                .replace("{x}", String.valueOf(tile.x()))
                .replace("{y}", String.valueOf(tile.y()))
                .replace("{TileMatrix}", String.valueOf(tile.zoom()))
                .replace("{TileCol}", String.valueOf(tile.x()))
                .replace("{TileRow}", String.valueOf(tile.y()))
                .replace("{TileMatrixSet}", encode(settings.matrixSet()))
                .replace("{Layer}", encode(settings.layer()))
                .replace("{Style}", encode(styleOrDefault()))
                .replace("{style}", encode(styleOrDefault()));
    }

    private URI wms(Tile tile) {
        return withQuery(Map.of(
                "SERVICE", "WMS",
                "REQUEST", "GetMap",
                "VERSION", "1.3.0",
                "LAYERS", settings.layer(),
                "STYLES", settings.style(),
                "CRS", "EPSG:3857",
                "BBOX", tile.box(),
                "WIDTH", String.valueOf(PIXELS),
                "HEIGHT", String.valueOf(PIXELS),
                "FORMAT", settings.format()));
    }

    private URI wmts(Tile tile) {
        return withQuery(Map.of(
                "SERVICE", "WMTS",
                "REQUEST", "GetTile",
                "VERSION", "1.0.0",
                "LAYER", settings.layer(),
                "STYLE", styleOrDefault(),
                "FORMAT", settings.format(),
                "TILEMATRIXSET", settings.matrixSet(),
                "TILEMATRIX", String.valueOf(tile.zoom()),
                "TILEROW", String.valueOf(tile.y()),
                "TILECOL", String.valueOf(tile.x())));
    }

    private String styleOrDefault() {
        return settings.style().isBlank() ? "default" : settings.style();
    }

    /** The service's own parameters, such as the name of a map file, stay in front. */
    private URI withQuery(Map<String, String> parameters) {
        var address = new StringBuilder(settings.url());
        var separator = settings.url().contains("?") ? "&" : "?";
        for (var parameter : new TreeMap<>(parameters).entrySet()) {
            address.append(separator).append(parameter.getKey()).append('=').append(encode(parameter.getValue()));
            separator = "&";
        }
        return URI.create(address.toString());
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}
