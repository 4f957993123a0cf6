package city.sim.bench;

import city.sim.broker.BrokerAddress;
import city.sim.broker.BrokerConnection;
import city.sim.broker.BrokerException;
import java.io.IOException;
import java.util.Optional;

/** Publishes through Paho, as the simulated sensors do. */
final class PahoOutlet implements Outlet {

    private final BrokerConnection connection;

    private PahoOutlet(BrokerConnection connection) {
        this.connection = connection;
    }

    static PahoOutlet open(BrokerAddress address, String clientId) throws IOException {
        try {
            return new PahoOutlet(BrokerConnection.open(address, clientId, Optional.empty()));
        } catch (BrokerException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void add(String topic, byte[] payload) throws IOException {
        try {
            connection.send(topic, payload);
        } catch (BrokerException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void flush() {
        // Paho sends at once.
    }

    @Override
    public void drain() throws IOException {
        try {
            connection.drain();
        } catch (BrokerException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
