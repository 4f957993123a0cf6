package city.cockpit.uikit;

import city.cockpit.access.ScriptNonce;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** Marks the scripts that the server itself puts into a page: the browser runs no others. */
@Component
class TrustedScripts implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(response ->
                response.getDocument().getElementsByTag("script").forEach(script -> trust(script, response)));
    }

    /** A script of this package. */
    static String text(String name) {
        try (var script = TrustedScripts.class.getResourceAsStream(name)) {
            if (script == null) throw new IllegalStateException(name + " is missing");
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For what is added to a page by another listener, since nobody knows which of them comes last. */
    static void run(String text, Element script, IndexHtmlResponse response) {
        script.appendChild(new DataNode(text));
        trust(script, response);
    }

    private static void trust(Element script, IndexHtmlResponse response) {
        if (response.getVaadinRequest() instanceof VaadinServletRequest request)
            script.attr("nonce", ScriptNonce.of(request));
    }
}
