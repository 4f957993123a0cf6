package city.cockpit.uikit;

import com.vaadin.flow.signals.local.ValueSignal;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.dao.DataAccessException;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;

/** Asks questions that take time away from the threads of the pages; the answer arrives as a signal. */
@Component
public class Background {

    private static final Logger log = LoggerFactory.getLogger(Background.class);

    private final AsyncTaskExecutor executor;

    Background(@Qualifier("applicationTaskExecutor") AsyncTaskExecutor executor) {
        this.executor = executor;
    }

    /** Puts the answer, or that there is none, into the signal later. Whoever asks now is who asks then. Returns at once. */
    public <T> void ask(Supplier<T> question, ValueSignal<Answer<T>> answer) {
        executor.execute(new DelegatingSecurityContextRunnable(() -> answer.set(answer(question))));
    }

    /**
     * The answer if there is one within that time, for what a page can do without: a page that is opened while the database
     * is away waits no longer. Blocks so long at most.
     */
    public <T> Answer<T> askBriefly(Supplier<T> question, Duration patience) {
        var asked = executor.submit(new DelegatingSecurityContextCallable<>(() -> answer(question)));
        try {
            return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            asked.cancel(true);
            return new Answer.Unavailable<>();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unavailable<>();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A page asked in vain", e.getCause());
        }
    }

    private static <T> Answer<T> answer(Supplier<T> question) {
        try {
            return new Answer.Known<>(question.get());
        } catch (DataAccessException e) {
            log.warn("A page could not read from the database", e);
            return new Answer.Unavailable<>();
        }
    }
}
