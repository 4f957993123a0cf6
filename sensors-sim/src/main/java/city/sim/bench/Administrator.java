package city.sim.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.sql.SQLException;

/** The account that a new cockpit makes by itself; several people may sign in with it, each with a browser of their own. */
record Administrator(PackagedCockpit cockpit, String password) {

    /** The password that was made at the start is kept: choosing another is for a person at a form. */
    static Administrator of(PackagedCockpit cockpit) throws BenchException, IOException {
        try (var connection = EmbeddedDatabase.connect(cockpit.data());
                var statement = connection.createStatement()) {
            statement.execute("UPDATE account SET password_to_change = false");
        } catch (SQLException e) {
            throw new BenchException("The administrator has no password: " + e.getMessage());
        }
        var file = cockpit.data().resolve("secrets").resolve("admin-password");
        return new Administrator(cockpit, Files.readString(file).strip());
    }

    Colleague signIn(HttpClient http) throws BenchException, IOException, InterruptedException {
        var colleague = new Colleague(http, cockpit.pages());
        colleague.signIn("admin", password);
        return colleague;
    }
}
