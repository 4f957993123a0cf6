package city.cockpit.faults;

import city.cockpit.access.Allowances;
import io.github.bucket4j.Bucket;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Bounds how many reports come from one network and from everywhere. Addresses are held in memory for an hour and nowhere
 * else. Every node counts for itself. Any thread.
 */
@Component
class FaultGate {

    /** A person with several things to say; then one every ten minutes. */
    private static final int FROM_ONE = 5;

    private static final Duration ONE_AGAIN = Duration.ofMinutes(10);

    /** What staff could ever read; then one a minute. */
    private static final int FROM_ALL = 100;

    private static final Duration ALL_AGAIN = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 10_000;

    /** Providers give a household so many bytes of an address of the newer kind. */
    private static final int HOUSEHOLD = 8;

    private final Bucket all;
    private final Allowances<String> networks;

    FaultGate(InstantSource clock) {
        all = Allowances.bucket(clock, FROM_ALL, ALL_AGAIN);
        networks = new Allowances<>(clock, MOST_REMEMBERED);
    }

    boolean admits(String from) {
        if (!networks.of(network(from), FROM_ONE, ONE_AGAIN).tryConsume(1)) return false;
        return all.tryConsume(1);
    }

    private static String network(String from) {
        try {
            var address = InetAddress.ofLiteral(from).getAddress();
            return address.length <= HOUSEHOLD ? from : HexFormat.of().formatHex(Arrays.copyOf(address, HOUSEHOLD));
        } catch (IllegalArgumentException e) {
            return from;
        }
    }
}
