package city.cockpit.basemap;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The background of the map: none, or a service whose tiles this server fetches for the browsers.
 *
 * @param kind what the service speaks
 * @param url of {@code XYZ} a template with {@code {z}}, {@code {x}} and {@code {y}}; of {@code WMS} and {@code WMTS} the
 *     address of the service, of {@code WMTS} also a template with {@code {TileMatrix}}, {@code {TileRow}} and
 *     {@code {TileCol}}
 * @param layer name of the layer, for {@code WMS} several with commas
 * @param style name of the style; the service's own by default
 * @param matrixSet of {@code WMTS} the name of its grid in EPSG:3857 with 256 pixels
 * @param format {@code image/png}, {@code image/jpeg} or {@code image/webp}
 * @param attribution whose map it is, as its licence asks
 * @param maxZoom deepest level that is asked for
 * @param timeout longest that a browser's question waits for the service
 */
@ConfigurationProperties("cockpit.map")
record MapSettings(
        @DefaultValue("none") Kind kind,
        @DefaultValue("") String url,
        @DefaultValue("") String layer,
        @DefaultValue("") String style,
        @DefaultValue("GoogleMapsCompatible") String matrixSet,
        @DefaultValue("image/png") String format,
        @DefaultValue("") String attribution,
        @DefaultValue("19") int maxZoom,
        @DefaultValue("8s") Duration timeout) {

    static final Set<String> FORMATS = Set.of("image/png", "image/jpeg", "image/webp");

    enum Kind {
        NONE,
        XYZ,
        WMS,
        WMTS
    }

    MapSettings {
        if (maxZoom < 0 || maxZoom > 22) throw new IllegalArgumentException("cockpit.map.max-zoom is not 0 to 22");
        if (!FORMATS.contains(format))
            throw new IllegalArgumentException("cockpit.map.format is none of image/png, image/jpeg, image/webp");
        if (kind != Kind.NONE) check(kind, url, layer, attribution);
    }

    private static void check(Kind kind, String url, String layer, String attribution) {
        if (attribution.isBlank())
            throw new IllegalArgumentException("cockpit.map.attribution does not say whose map it is");
        if (kind == Kind.XYZ && !(url.contains("{z}") && url.contains("{x}") && url.contains("{y}")))
            throw new IllegalArgumentException("cockpit.map.url has no {z}, {x} and {y}");
        if (kind != Kind.XYZ && layer.isBlank()) throw new IllegalArgumentException("cockpit.map.layer names no layer");
        if (!isOfTheWeb(url.replaceAll("\\{\\w+}", "0")))
            throw new IllegalArgumentException("cockpit.map.url is no address of the web");
    }

    private static boolean isOfTheWeb(String url) {
        try {
            var address = new URI(url);
            return address.getHost() != null
                    && address.getUserInfo() == null
                    && Set.of("http", "https").contains(address.getScheme());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
