package city.cockpit.basemap;

import java.util.Locale;
import java.util.Optional;

/**
 * A square of the usual grid in EPSG:3857.
 *
 * @param zoom level, 0 is one tile for the whole world
 * @param x column from the west
 * @param y row from the north
 */
record Tile(int zoom, int x, int y) {

    static final int DEEPEST = 22;

    /** Half of the way around the world at the equator, in metres of EPSG:3857. */
    private static final double HALF = 20_037_508.342789244;

    Tile {
        if (zoom < 0 || zoom > DEEPEST || x < 0 || y < 0 || x >= 1 << zoom || y >= 1 << zoom)
            throw new IllegalArgumentException("no tile %d/%d/%d".formatted(zoom, x, y));
    }

    /** The tile of that address; empty if there is none. */
    static Optional<Tile> find(String zoom, String x, String y) {
        if (!(isNumber(zoom) && isNumber(x) && isNumber(y))) return Optional.empty();
        var level = Integer.parseInt(zoom);
        if (level > DEEPEST) return Optional.empty();
        var column = Integer.parseInt(x);
        var row = Integer.parseInt(y);
        return column < 1 << level && row < 1 << level ? Optional.of(new Tile(level, column, row)) : Optional.empty();
    }

    private static boolean isNumber(String text) {
        return text.length() <= 7 && !text.isEmpty() && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    /** West, south, east and north in metres, as WMS wants it. */
    String box() {
        var size = 2 * HALF / (1 << zoom);
        var west = -HALF + x * size;
        var north = HALF - y * size;
        return String.format(Locale.ROOT, "%.4f,%.4f,%.4f,%.4f", west, north - size, west + size, north);
    }

    double west() {
        return 360.0 * x / (1 << zoom) - 180;
    }

    double east() {
        return 360.0 * (x + 1) / (1 << zoom) - 180;
    }

    double north() {
        return latitude(y);
    }

    double south() {
        return latitude(y + 1);
    }

    private double latitude(int row) {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2.0 * row / (1 << zoom)))));
    }
}
