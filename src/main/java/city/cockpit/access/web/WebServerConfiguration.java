package city.cockpit.access.web;

import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the web server must not do, and how. */
@Configuration(proxyBeanMethods = false)
class WebServerConfiguration {

    /**
     * Vaadin's pages come from a forward. By default Tomcat ends a forwarded answer behind the back of the filters, and no
     * page would have the headers that {@link SafeHeaders} adds at its end.
     */
    @Bean
    TomcatContextCustomizer answersEndThroughTheFilters() {
        return context -> context.setSuspendWrappedResponseAfterForward(false);
    }

    /** Hundreds of pages keep a connection: their buffers lie beside the heap, where the system reads and writes anyway. */
    @Bean
    TomcatConnectorCustomizer buffersLieWhereTheSystemWrites() {
        return connector -> connector.setProperty("socket.directBuffer", "true");
    }
}
