package city.cockpit.label;

import java.net.URI;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What addresses on labels begin with, where it is set: the same as in mails. */
@ConfigurationProperties("cockpit")
record LabelSettings(@DefaultValue Access access) {

    /** @param address of the cockpit as people reach it, e.g. {@code https://cockpit.example.org} */
    record Access(Optional<URI> address) {}

    /** Without a slash at its end. */
    Optional<String> base() {
        return access.address().map(given -> given.toString().replaceFirst("/+$", ""));
    }
}
