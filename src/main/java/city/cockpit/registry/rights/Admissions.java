package city.cockpit.registry.rights;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Whom a broker lets in, for the broker itself. From memory: cheap, any thread; other nodes' changes come within a second. */
public interface Admissions {

    /** The account of that name. */
    Optional<Admission> find(String name);

    /** Whether the client id belongs to an account of another name. */
    boolean isOfAnother(String clientId, String name);

    /** Is told the names of accounts that changed, soon after they did and once more a moment later. Must return soon. */
    void follow(Consumer<Set<String>> listener);

    /** Somebody with the name of an account was sent away. */
    void refused(String name, Refused.Cause cause, String detail);

    /**
     * An account as a broker sees it.
     *
     * @param password empty where the one of the installation holds
     * @param clientId the only one it may use; empty for any that belongs to nobody else
     * @param open whether it is let in
     */
    record Admission(String name, Optional<PasswordHash> password, String clientId, TopicRights topics, boolean open) {}

    /** Nobody but the shared account of all devices. */
    static Admissions ofSharedAccount() {
        var shared = new Admission(Account.SHARED, Optional.empty(), "", new TopicRights(FormatTopics.SHARED), true);
        return new Admissions() {
            @Override
            public Optional<Admission> find(String name) {
                return name.equals(shared.name()) ? Optional.of(shared) : Optional.empty();
            }

            @Override
            public boolean isOfAnother(String clientId, String name) {
                return false;
            }

            @Override
            public void follow(Consumer<Set<String>> listener) {
                // It never changes.
            }

            @Override
            public void refused(String name, Refused.Cause cause, String detail) {
                // Nobody asks.
            }
        };
    }
}
