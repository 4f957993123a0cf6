package city.cockpit.alerts;

import java.net.URI;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The part of the settings of the accounts that mails about incidents need, too.
 *
 * @param address of the cockpit as people reach it; without it mails hold no links
 * @param mailFrom sender of the mails
 */
@ConfigurationProperties("cockpit.access")
record MailSettings(Optional<URI> address, Optional<String> mailFrom) {

    Optional<String> base() {
        return address.map(given -> given.toString().replaceFirst("/+$", ""));
    }

    String sender() {
        return mailFrom.orElseGet(() -> "cockpit@" + address.map(URI::getHost).orElse("localhost"));
    }
}
