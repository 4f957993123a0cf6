package city.sim.bench;

import city.sim.broker.BrokerAddress;
import java.io.IOException;

/** {@link Publishers} made of Paho, in the process of a {@link Yardstick}. */
final class PahoSenders implements Senders {

    private final Helper process;
    private long sent;

    private PahoSenders(Helper process) {
        this.process = process;
    }

    /** @param process serves one at a time, so that it stays warm from one to the next */
    static PahoSenders open(Helper process, BrokerAddress address, int values) throws IOException, BenchException {
        var login = address.login();
        process.ask("open %s %s %s %d"
                .formatted(
                        address.uri(),
                        login.map(BrokerAddress.Login::username).orElse(""),
                        login.map(BrokerAddress.Login::password).orElse(""),
                        values));
        return new PahoSenders(process);
    }

    @Override
    public void run(int messagesPerSecond, double seconds) throws BenchException, IOException {
        sent += process.ask("run %d %s".formatted(messagesPerSecond, seconds));
    }

    @Override
    public long sent() {
        return sent;
    }

    @Override
    public void drain() throws BenchException, IOException {
        process.ask("drain");
    }

    @Override
    public void close() throws BenchException, IOException {
        process.ask("close");
    }
}
