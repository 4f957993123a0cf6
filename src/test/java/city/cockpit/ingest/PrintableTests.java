package city.cockpit.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTests {

    @Test
    void textStaysText() {
        assertThat(Printable.textOrHex("{\n\t\"µg\": \"😀\"}".getBytes(UTF_8))).isEqualTo("{\n\t\"µg\": \"😀\"}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aTextMayEndWithinACharacter(int cut) {
        var bytes = "a😀".getBytes(UTF_8);
        assertThat(Printable.textOrHex(Arrays.copyOf(bytes, bytes.length - cut)))
                .isEqualTo("a");
    }

    @Test
    void anythingElseIsShownAsDigits() {
        assertThat(Printable.textOrHex(new byte[] {'a', (byte) 0xff, 0})).isEqualTo("61ff00");
        assertThat(Printable.textOrHex(new byte[0])).isEmpty();
    }

    @Test
    void aLineHasNoHiddenCharactersAndAnEnd() {
        assertThat(Printable.line("a\nb\u0000c\u202ed\u2028e\ud800f", 20))
                .isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf");
        assertThat(Printable.line("0123456789", 5)).isEqualTo("0123…");
        assertThat(Printable.line("01234", 5)).isEqualTo("01234");
    }
}
