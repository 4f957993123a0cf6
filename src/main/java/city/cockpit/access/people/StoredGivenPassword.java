package city.cockpit.access.people;

import city.cockpit.access.GivenPassword;
import city.cockpit.secret.SecretFileException;
import city.cockpit.secret.Secrets;
import java.nio.file.Files;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The file with the password of an administrator who has not chosen one yet. */
@Component
class StoredGivenPassword implements GivenPassword {

    private static final Logger log = LoggerFactory.getLogger(StoredGivenPassword.class);

    private final AccountTable accounts;
    private final PasswordEncoder encoder;
    private final Secrets secrets;
    private volatile Occasion occasion = Occasion.BEFORE;

    StoredGivenPassword(AccountTable accounts, PasswordEncoder encoder, AccessSettings settings) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.secrets = new Secrets(settings.data());
    }

    /**
     * Makes a password and returns its hash. The file is written first: a crash in between leaves a password without
     * account, never an account that nobody can use.
     */
    String make(Occasion why) {
        var hash = encoder.encode(secrets.fresh(Secrets.ADMINISTRATOR));
        if (hash == null) throw new IllegalStateException("no password, no hash");
        occasion = why;
        return hash;
    }

    /** The file is of no use any more once the password has been changed. */
    void forget() {
        try {
            secrets.forget(Secrets.ADMINISTRATOR);
        } catch (SecretFileException e) {
            log.warn("{} It holds a former password.", e.getMessage());
        }
    }

    boolean isMadeByThisStart() {
        return occasion != Occasion.BEFORE;
    }

    @Override
    public Optional<Given> findGiven() {
        if (!Files.exists(secrets.file(Secrets.ADMINISTRATOR))) return Optional.empty();
        return accounts.findWithGivenPassword().map(name -> new Given(name, occasion));
    }
}
