package city.cockpit.uikit;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.TransactionException;

/** Does what somebody asked for on a page; where that is impossible now, a sentence says so and nothing on the page is lost. */
public final class Attempt {

    private static final Logger log = LoggerFactory.getLogger(Attempt.class);

    private final Wording words;
    private final FormMessage message;

    public Attempt(Wording words, FormMessage message) {
        this.words = words;
        this.message = message;
    }

    /** Returns whether it was done; then its outcome was handed on. */
    public <T> boolean at(Supplier<T> deed, Consumer<? super T> done) {
        T outcome;
        try {
            outcome = deed.get();
        } catch (DataAccessException | TransactionException e) {
            log.warn("A page of the administration could not reach the database", e);
            message.say(FormMessage.Kind.PROBLEM, words.text("attempt.unavailable"));
            return false;
        } catch (AccessDeniedException e) {
            message.say(FormMessage.Kind.PROBLEM, words.text("attempt.denied"));
            return false;
        }
        done.accept(outcome);
        return true;
    }
}
