package city.cockpit.platform;

import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.remoting.impl.ssl.DefaultSSLContextFactory;
import org.apache.activemq.artemis.spi.core.remoting.ssl.SSLContextConfig;
import org.apache.activemq.artemis.spi.core.remoting.ssl.SSLContextFactory;

/**
 * Hands the broker a context of ours instead of the name of a file. The broker makes its own from a file once, and to
 * renew it would have to close its port; ours shows the newest certificate at each handshake. The broker finds this class
 * through {@code META-INF/services}.
 */
public final class BrokerTls implements SSLContextFactory {

    private static final String CONTEXT = "cockpit.context";
    private static final String EVERY_ADDRESS = "0.0.0.0";

    private final SSLContextFactory others = new DefaultSSLContextFactory();

    /** A listener on every address of this machine that takes nothing but MQTT over TLS. */
    static TransportConfiguration acceptor(String name, int port, SSLContext context, EmbeddedBroker.Limits limits) {
        var settings = new HashMap<String, Object>();
        settings.put(TransportConstants.HOST_PROP_NAME, EVERY_ADDRESS);
        settings.put(TransportConstants.PORT_PROP_NAME, port);
        settings.put(TransportConstants.PROTOCOLS_PROP_NAME, "MQTT");
        settings.put(TransportConstants.TCP_NODELAY_PROPNAME, true);
        settings.put(TransportConstants.CONNECTIONS_ALLOWED, limits.connections());
        settings.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
        // Named only so that the broker does not miss a file.
        settings.put(TransportConstants.KEYSTORE_PROVIDER_PROP_NAME, CONTEXT);
        settings.put(CONTEXT, context);
        var protocol = Map.<String, Object>of(
                "maximumPacketSize", limits.packetBytes(), "closeMqttConnectionOnPublishAuthorizationFailure", false);
        return new TransportConfiguration(NettyAcceptorFactory.class.getName(), settings, name, protocol);
    }

    @Override
    public SSLContext getSSLContext(SSLContextConfig files, Map<String, Object> settings) throws Exception {
        return settings.get(CONTEXT) instanceof SSLContext ours ? ours : others.getSSLContext(files, settings);
    }

    @Override
    public int getPriority() {
        return others.getPriority() + 1;
    }
}
