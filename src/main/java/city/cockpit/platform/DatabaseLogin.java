package city.cockpit.platform;

/** How somebody signs in at a database. */
public record DatabaseLogin(String username, String password) {

    @Override
    public String toString() {
        return username;
    }
}
