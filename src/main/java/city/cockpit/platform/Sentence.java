package city.cockpit.platform;

/** Makes one line of what a library says in several. */
final class Sentence {

    private Sentence() {}

    static String of(Throwable problem) {
        var message = problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
        return of(message).replaceAll("\\.$", "");
    }

    static String of(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
