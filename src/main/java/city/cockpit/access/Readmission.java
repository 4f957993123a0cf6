package city.cockpit.access;

/** Lets people who had to choose a password first go on in the same session. */
@FunctionalInterface
public interface Readmission {

    /**
     * Gives the person of the current request the roles that are theirs by now, under a new session id. Without effect as
     * long as the password is still to be changed.
     *
     * @throws IllegalStateException nobody is signed in, or this is no request of a browser
     */
    void admit();
}
