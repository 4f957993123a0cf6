package city.cockpit.platform;

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
                        signIn(secrets.file(Secrets.ADMINISTRATOR), context.getStartupDate()),
                        status.dataFolder(),
                        status.log()));
        QuietUntilReady.open();
    }

    /** The password itself only at the start that made it; once it has been changed there is no such file any more. */
    private static String signIn(Path file, long startedAt) {
        try {
            if (!Files.exists(file)) return "on the page /login";
            if (Files.getLastModifiedTime(file).toMillis() < startedAt) return "user admin, password in " + file;
            return "user admin, password %s (shown only this once, to be changed at first sign-in, until then in %s)"
                    .formatted(Files.readString(file).strip(), file);
        } catch (IOException e) {
            return "user admin, password in " + file;
        }
    }
}
