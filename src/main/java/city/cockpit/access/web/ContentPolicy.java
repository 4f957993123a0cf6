package city.cockpit.access.web;

import city.cockpit.access.ScriptNonce;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Says what a page may load and run: nothing from another host. An answer that is no page of ours may do nothing, and one
 * that says so itself, like the town's arms, is left alone.
 *
 * @see <a href="file:src/docs/decisions/0023-what-a-page-may-do.md">what Vaadin forces</a>
 */
final class ContentPolicy implements HeaderWriter {

    static final String HEADER = "Content-Security-Policy";

    /** The script with which Vaadin shows its bar in builds without a licence; it comes after all others, without nonce. */
    private static final String BAR_OF_VAADIN = "'sha256-VLPJicdxFLjuDrsyxemB6iiuaur0bcLrSsJ1sDWxd2o='";

    private static final String NO_PAGE =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String PAGE = String.join(
            "; ",
            List.of(
                    "default-src 'none'",
                    "script-src 'self' 'nonce-%s' " + BAR_OF_VAADIN + " 'unsafe-eval'",
                    "style-src 'self' 'unsafe-inline'",
                    "img-src 'self' data:",
                    "font-src 'self' data:",
                    "connect-src 'self'",
                    "manifest-src 'self'",
                    // The town's film in sign language.
                    "media-src 'self'",
                    // The preview of an embed; nothing else of ours lets itself be framed.
                    "frame-src 'self'",
                    "base-uri 'self'",
                    "form-action 'self'",
                    "frame-ancestors 'none'"));

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (response.containsHeader(HEADER)) return;
        response.setHeader(
                HEADER, ScriptNonce.find(request).map(PAGE::formatted).orElse(NO_PAGE));
    }
}
