package city.cockpit.administration;

import city.cockpit.access.Sessions;
import city.cockpit.access.Sessions.OpenSession;
import city.cockpit.access.SignInName;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** The browsers in which one is signed in. A lost one is signed out from here. */
final class OwnSessions extends Section {

    private static final Logger log = LoggerFactory.getLogger(OwnSessions.class);

    private final Wording words;
    private final Sessions sessions;
    private final InstantSource clock;
    private final SignInName name;
    private final FormMessage message = new FormMessage();
    private final UnorderedList list = new UnorderedList();
    private final NativeButton others;

    OwnSessions(Wording words, Sessions sessions, InstantSource clock, SignInName name) {
        this.words = words;
        this.sessions = sessions;
        this.clock = clock;
        this.name = name;
        this.others = button(words.text("own-sessions.end-others"), this::endOthers);
        addClassName("account-part");
        list.addClassName("own-sessions");
        add(new H2(words.text("own-sessions.title")), message, list, others);
        read();
    }

    private void read() {
        list.removeAll();
        var here = sessions.current();
        var open = mine();
        open.forEach(session -> list.add(row(session, here.equals(Optional.of(session.id())))));
        others.setVisible(open.size() > 2);
    }

    private List<OpenSession> mine() {
        return sessions.listSessionsOf(name);
    }

    private ListItem row(OpenSession session, boolean here) {
        var browser = new Span(BrowserName.of(session.browser(), words));
        browser.addClassName("own-session-browser");
        browser.getElement().setAttribute("title", session.browser());
        var times = new Span(words.text(
                "own-sessions.times",
                session.address(),
                words.formats().minute(session.signedInAt(), clock.instant()),
                words.formats().minute(session.lastUsedAt(), clock.instant())));
        times.addClassName("own-session-times");
        var row = new ListItem(new Div(browser, times));
        if (here) {
            var mark = new Span(words.text("own-sessions.here"));
            mark.addClassNames("band", "none");
            row.add(mark);
        } else {
            var end = button(words.text("own-sessions.end"), () -> end(session));
            end.setAriaLabel(words.text("own-sessions.end.which", BrowserName.of(session.browser(), words)));
            row.add(end);
        }
        return row;
    }

    private void end(OpenSession session) {
        attempt(() -> {
            end(session.id());
            message.say(FormMessage.Kind.DONE, words.text("own-sessions.ended", 1));
        });
    }

    private void endOthers() {
        attempt(() -> {
            var here = sessions.current();
            var ended = mine().stream()
                    .map(OpenSession::id)
                    .filter(id -> !here.equals(Optional.of(id)))
                    .filter(this::end)
                    .count();
            message.say(FormMessage.Kind.DONE, words.text("own-sessions.ended", ended));
        });
    }

    private boolean end(UUID session) {
        return sessions.end(session, Optional.of(name), name.value());
    }

    private void attempt(Runnable deed) {
        try {
            deed.run();
            read();
        } catch (DataAccessException e) {
            log.warn("The own sessions could not be changed", e);
            message.say(FormMessage.Kind.PROBLEM, words.text("own-sessions.unavailable"));
        }
    }

    private static NativeButton button(String text, Runnable pressed) {
        var button = new NativeButton(text, click -> pressed.run());
        button.addClassName("plain");
        return button;
    }
}
