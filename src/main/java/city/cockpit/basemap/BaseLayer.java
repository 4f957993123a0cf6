package city.cockpit.basemap;

/**
 * What a map needs to know of its background.
 *
 * @param address where this server gives the tiles, relative to the base of the site, with {@code {z}}, {@code {x}} and
 *     {@code {y}} of the usual grid (EPSG:3857, 256 pixels)
 * @param attribution whose map it is; stands on the map
 * @param maxZoom deepest level that the service has
 */
public record BaseLayer(String address, String attribution, int maxZoom) {}
