package city.cockpit.uikit;

import com.vaadin.flow.signals.local.ValueSignal;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.dao.DataAccessException;
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

    private static <T> Answer<T> answer(Supplier<T> question) {
        try {
            return new Answer.Known<>(question.get());
        } catch (DataAccessException e) {
            log.warn("A page could not read from the database", e);
            return new Answer.Unavailable<>();
        }
    }
}
