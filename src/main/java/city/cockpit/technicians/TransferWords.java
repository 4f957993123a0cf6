package city.cockpit.technicians;

import city.cockpit.transfer.Import;
import city.cockpit.uikit.Wording;

/** Sizes and progress of files in words. */
final class TransferWords {

    private static final long KILO = 1_000;

    private TransferWords() {}

    static String size(Wording words, long bytes) {
        if (bytes < KILO * KILO)
            return words.text("transfer.size.kb", words.formats().number(Math.ceil(bytes / 1e3), 0));
        if (bytes < KILO * KILO * KILO)
            return words.text("transfer.size.mb", words.formats().number(bytes / 1e6, 1));
        return words.text("transfer.size.gb", words.formats().number(bytes / 1e9, 1));
    }

    static String progress(Wording words, Import file) {
        return switch (file.state()) {
            case READY -> "";
            case CHECKING, STORING, STOPPED, FAILED ->
                words.text("transfer.percent", words.formats().count(percent(file)));
            case CHECKED ->
                words.text(
                        "transfer.values",
                        file.counts().values(),
                        count(words, file.counts().values()));
            case DONE ->
                words.text("transfer.values.stored", count(words, file.counts().stored()));
        };
    }

    static long percent(Import file) {
        return (long) Math.floor(100 * file.progress());
    }

    static String count(Wording words, long number) {
        return words.formats().count(number);
    }
}
