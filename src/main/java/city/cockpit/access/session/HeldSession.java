package city.cockpit.access.session;

import city.cockpit.access.SignInName;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Instant;
import java.util.UUID;

/** A session whose browser talks to this node. Lives as an attribute of the container's session and ends with it. Any thread. */
final class HeldSession implements HttpSessionBindingListener {

    static final String ATTRIBUTE = HeldSession.class.getName();

    private final UUID id;
    private final SignInName name;
    private final Instant startedAt;
    private final HttpSession browser;
    private final HeldSessions all;
    private volatile Instant usedAt;

    HeldSession(UUID id, SignInName name, Instant startedAt, HttpSession browser, HeldSessions all) {
        this.id = id;
        this.name = name;
        this.startedAt = startedAt;
        this.browser = browser;
        this.all = all;
        this.usedAt = startedAt;
    }

    UUID id() {
        return id;
    }

    SignInName name() {
        return name;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant usedAt() {
        return usedAt;
    }

    void use(Instant now) {
        usedAt = now;
    }

    /** Ends the container's session, and with it all pages that are open in it; those are told at once. */
    void close() {
        try {
            browser.invalidate();
        } catch (IllegalStateException e) {
            // It has ended by itself in the meantime, which is what was wanted.
        }
    }

    @Override
    public void valueBound(HttpSessionBindingEvent event) {
        all.add(this);
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        all.remove(this);
    }
}
