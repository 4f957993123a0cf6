package city.sim.bench;

import city.sim.broker.BrokerAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Somebody who takes messages from a broker. */
interface Taker {

    BrokerAddress address();

    /** How many messages of so many values it has taken, ever. */
    long taken(int values) throws BenchException, IOException, InterruptedException;

    /** Its own processes, with those of its database. */
    List<Long> processes();

    /** Processes of a broker of its own. */
    List<Long> broker();

    /** A subscriber with nothing behind it. */
    record Bare(BrokerAddress address, Helper process) implements Taker {

        static Bare start(Workbench bench, BrokerAddress address, int receiveMaximum)
                throws IOException, BenchException {
            var login = address.login();
            return new Bare(
                    address,
                    bench.keep(Helper.start(
                            bench.folder().resolve("subscriber.log"),
                            "subscriber",
                            address.uri().toString(),
                            login.map(BrokerAddress.Login::username).orElse(""),
                            login.map(BrokerAddress.Login::password).orElse(""),
                            Integer.toString(receiveMaximum))));
        }

        @Override
        public long taken(int values) throws BenchException, IOException {
            return process.ask("");
        }

        @Override
        public List<Long> processes() {
            return List.of(process.pid());
        }

        @Override
        public List<Long> broker() {
            return List.of();
        }
    }

    /** What it has stored counts, and it may refuse nothing. */
    record Storing(PackagedCockpit cockpit, BrokerAddress address, List<Long> broker) implements Taker {

        @Override
        public long taken(int values) throws BenchException, InterruptedException {
            var ledger = cockpit.ledger();
            if (ledger.path("rejected").asLong() > 0) throw new BenchException("The cockpit rejects: " + ledger);
            return ledger.path("stored").asLong() / values;
        }

        @Override
        public List<Long> processes() {
            var all = new ArrayList<>(database());
            all.add(cockpit.pid());
            return all;
        }

        List<Long> database() {
            return Usage.workingIn(cockpit.data());
        }
    }
}
