package city.cockpit.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;

/** What people chose of pages, without a database. */
public final class InMemoryPageChoices implements PageChoices {

    private final Map<String, String> choices = new HashMap<>();
    private boolean away;

    public synchronized void clear() {
        choices.clear();
        away = false;
    }

    /** From now on the database does not answer. */
    public synchronized void goAway() {
        away = true;
    }

    @Override
    public synchronized Optional<String> find(SignInName name, Collection<Role> roles, String page) {
        answer();
        return Stream.concat(Stream.of(name.value()), roles.stream().map(Role::name))
                .flatMap(owner -> Optional.ofNullable(choices.get(owner + " " + page)).stream())
                .findFirst();
    }

    @Override
    public synchronized void keep(SignInName name, String page, String choice) {
        answer();
        choices.put(name.value() + " " + page, choice);
    }

    @Override
    public synchronized void forget(SignInName name, String page) {
        answer();
        choices.remove(name.value() + " " + page);
    }

    @Override
    public synchronized void keepFor(Role role, String page, String choice, SignInName by) {
        answer();
        choices.put(role.name() + " " + page, choice);
    }

    private void answer() {
        if (away) throw new DataAccessResourceFailureException("the database is away");
    }
}
