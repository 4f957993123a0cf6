package city.cockpit.uikit;

import java.util.Optional;
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

    /** How it went with a deed that somebody else may have made impossible meanwhile. */
    public enum Outcome {
        DONE,
        TOO_LATE,
        /** It was not tried to the end; somebody may try again. */
        UNAVAILABLE
    }

    /**
     * Says how it went.
     *
     * @param deed whether it was not too late
     * @param done the sentence for it
     * @param tooLate the sentence for that
     */
    public Outcome at(Supplier<Boolean> deed, String done, String tooLate) {
        var isDone = outcome(deed);
        if (isDone.isEmpty()) return Outcome.UNAVAILABLE;
        if (isDone.get()) message.say(FormMessage.Kind.DONE, done);
        else message.say(FormMessage.Kind.NOTICE, tooLate);
        return isDone.get() ? Outcome.DONE : Outcome.TOO_LATE;
    }

    /** Returns whether it was done; then its outcome was handed on. */
    public <T> boolean at(Supplier<T> deed, Consumer<? super T> done) {
        var outcome = outcome(deed);
        outcome.ifPresent(done);
        return outcome.isPresent();
    }

    /** Empty after a sentence that says why. */
    private <T> Optional<T> outcome(Supplier<T> deed) {
        try {
            return Optional.of(deed.get());
        } catch (DataAccessException | TransactionException e) {
            log.warn("A page of the administration could not reach the database", e);
            message.say(FormMessage.Kind.PROBLEM, words.text("attempt.unavailable"));
        } catch (AccessDeniedException e) {
            message.say(FormMessage.Kind.PROBLEM, words.text("attempt.denied"));
        }
        return Optional.empty();
    }
}
