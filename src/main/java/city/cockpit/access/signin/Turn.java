package city.cockpit.access.signin;

import io.github.bucket4j.Bucket;
import java.time.Instant;
import java.util.List;

/** The answer to somebody who wants to try a password. */
sealed interface Turn {

    /** The password may be looked at. */
    record Admitted(List<Bucket> paid) implements Turn {

        public Admitted {
            paid = List.copyOf(paid);
        }

        /** It was the right one, or could not be looked at: the try does not count. */
        void takeBack() {
            paid.forEach(bucket -> bucket.addTokens(1));
        }
    }

    /** Too many were wrong: the password is not looked at, right or wrong. */
    record Refused(Instant until) implements Turn {}
}
