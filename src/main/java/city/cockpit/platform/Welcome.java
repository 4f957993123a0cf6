package city.cockpit.platform;

import city.cockpit.access.GivenPassword;
import city.cockpit.access.GivenPassword.Occasion;
import city.cockpit.secret.Secrets;
import city.cockpit.transport.HttpsSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** Tells the person at the terminal where everything is. */
final class Welcome implements ApplicationListener<ApplicationReadyEvent> {

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        var context = event.getApplicationContext();
        var status = context.getBean(Platform.class).status();
        var secrets = new Secrets(status.dataFolder());
        var devices = status.broker().embedded()
                ? ", user device, password in " + secrets.file(Secrets.DEVICES)
                : ", as set up by you";
        var addresses = new Addresses(
                context.getBean(HttpsSource.class).now(),
                Instant.ofEpochMilli(event.getTimestamp()),
                context.getEnvironment(),
                status.broker());
        System.out.println("""

                Urban Cockpit %s is ready.

                  Web      %s
                  MQTT     %s%s%s
                  Sign in  %s
                  Data     %s
                  Log      %s

                Ctrl-C stops it.
                """.formatted(
                        status.version(),
                        addresses.web(),
                        status.broker().address(),
                        devices,
                        addresses.mqtts(),
                        signIn(context.getBean(GivenPassword.class), secrets.file(Secrets.ADMINISTRATOR)),
                        status.dataFolder(),
                        status.log()));
        QuietUntilReady.open();
    }

    /** The password itself only at the start that made it; once it has been changed there is no such file any more. */
    private static String signIn(GivenPassword password, Path file) {
        return password.findGiven()
                .map(given -> "user " + given.name() + ", password " + password(given.occasion(), file))
                .orElse("on the page /login");
    }

    private static String password(Occasion occasion, Path file) {
        return switch (occasion) {
            case FIRST_START ->
                "%s (shown only this once, to be changed at first sign-in, until then in %s)"
                        .formatted(read(file), file);
            case ASKED -> """
                        %s (shown only this once, to be changed at the next sign-in, until then in %s);
                                   every start with --new-admin-password makes another one, so leave it out from now on\
                        """.formatted(read(file), file);
            case BEFORE -> "in " + file;
        };
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "in " + file;
        }
    }
}
