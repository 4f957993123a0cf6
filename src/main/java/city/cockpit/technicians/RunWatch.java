package city.cockpit.technicians;

import city.cockpit.ingest.kept.Progress;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Says how far messages have got that are run again, and what became of them. */
final class RunWatch {

    private final Wording words;
    private final FormMessage message;
    private String before = "";
    private Optional<Supplier<Progress>> running = Optional.empty();

    RunWatch(Wording words, FormMessage message) {
        this.words = words;
        this.message = message;
    }

    void follow(Supplier<Progress> run) {
        follow(run, "");
    }

    /** @param deed a sentence about what was done besides */
    void follow(Supplier<Progress> run, String deed) {
        running = Optional.of(run);
        before = deed;
        look();
    }

    boolean isRunning() {
        return running.isPresent();
    }

    /** To be called with every beat. */
    void look() {
        running.map(Supplier::get).ifPresent(progress -> {
            if (progress.ended()) running = Optional.empty();
            var sentence = progress.ended() ? result(progress) : under(progress);
            message.say(progress.ended() ? kind(progress) : FormMessage.Kind.HINT, (before + " " + sentence).strip());
        });
    }

    /** Green is only what went as it was meant. */
    private static FormMessage.Kind kind(Progress progress) {
        return progress.messages() == progress.taken() + progress.left() && progress.messages() > 0
                ? FormMessage.Kind.DONE
                : FormMessage.Kind.NOTICE;
    }

    private String under(Progress progress) {
        return words.text("rerun.progress", count(progress.done()), count(progress.messages()));
    }

    private String result(Progress progress) {
        if (progress.messages() == 0) return words.text("rerun.nothing");
        var parts = new ArrayList<String>();
        add(parts, "rerun.taken", progress.taken());
        add(parts, "rerun.refused", progress.refused());
        add(parts, "rerun.left", progress.left());
        add(parts, "rerun.open", progress.messages() - progress.done());
        return words.text("rerun.result", String.join(", ", parts));
    }

    private void add(List<String> parts, String key, int messages) {
        if (messages > 0) parts.add(words.text(key, (long) messages));
    }

    private String count(int messages) {
        return words.formats().count(messages);
    }
}
