package city.cockpit.platform;

import java.nio.file.Path;
import org.springframework.boot.SpringApplication;

/** Starts the cockpit as a program of its own: looks first, explains itself, and ends with a truthful exit code. */
public final class CockpitStart {

    private CockpitStart() {}

    /** Returns when the cockpit is ready; ends the process with exit code 1 if it cannot start. */
    public static void run(Class<?> application, String... arguments) {
        // Before any class of Netty is loaded: without it the broker does not start a second time on the same data.
        System.setProperty("io.netty.noUnsafe", "false");
        // Six of these are kept for each open page, and what a page is told is seldom longer.
        System.setProperty("org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE", "2048");
        var cockpit = new SpringApplication(application);
        cockpit.addListeners(new Preflight(), new Welcome());
        try {
            cockpit.run(arguments);
        } catch (RuntimeException e) {
            if (!StartFailureReport.isGiven()) System.err.println(defect(e));
            System.exit(1);
        }
    }

    private static String defect(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) root = root.getCause();
        return "The cockpit could not start: %s. The log in %s tells more."
                .formatted(Sentence.of(root), Path.of("logs", "cockpit.log"));
    }
}
