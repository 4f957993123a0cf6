package city.cockpit.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.uikit.Wording;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** People read what formats and refusals are called, never their technical names. */
class IngestWordsTests {

    private final List<Wording> languages =
            List.of(new Wording(Locale.GERMANY, ZoneOffset.UTC), new Wording(Locale.UK, ZoneOffset.UTC));

    static List<Decoder> decoders() {
        return City.DECODERS;
    }

    /** That these are all decoders there are, {@link FuzzTests} knows. */
    @ParameterizedTest
    @MethodSource("decoders")
    void everyFormatHasWords(Decoder decoder) {
        assertThat(decoder.format()).matches("[a-z0-9-]{1,40}");
        for (var words : languages)
            assertThat(words.findText("format." + decoder.format()))
                    .as("format.%s for %s", decoder.format(), words.locale())
                    .isPresent();
    }

    @ParameterizedTest
    @EnumSource(RejectReason.class)
    void everyReasonIsToldInPlainWordsWithWhatHelps(RejectReason reason) {
        for (var words : languages) {
            assertThat(words.text("reason." + reason)).doesNotContain("_").isNotEqualTo(reason.name());
            assertThat(words.text("reason." + reason + ".mend")).doesNotContain("_");
        }
    }
}
