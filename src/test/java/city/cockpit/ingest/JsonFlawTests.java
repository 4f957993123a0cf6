package city.cockpit.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.ingest.JsonFlaw.Kind;
import city.cockpit.ingest.JsonReader.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JsonFlawTests {

    private final JsonReader reader = JsonReaders.withDefaultLimits();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": 1,,}            | OUT_OF_PLACE | 1 |  9",
                "{\"glück\": \"grün\",,} | OUT_OF_PLACE | 1 | 18",
                "{\"a\": 1 \"b\": 2}     | OUT_OF_PLACE | 1 |  9",
                "<html>                  | OUT_OF_PLACE | 1 |  1",
                "{'a': 1}                | OUT_OF_PLACE | 1 |  2",
                "{\"a\": [1, 2           | CUT_OFF      | 1 | 12",
                "{} {}                   | MORE_BEHIND  | 1 |  4"
            })
    void thePlaceThatDoesNotFitIsNamedInCharacters(String payload, Kind kind, int line, int column) {
        assertThat(flaw(payload)).isEqualTo(new JsonFlaw(kind, line, column));
    }

    @Test
    void linesAreCountedAsAnEditorDoes() {
        assertThat(flaw("{\n  \"ä\": 1,\n  \"b\": x\n}"))
                .satisfies(flaw -> assertThat(flaw.kind()).isEqualTo(Kind.OUT_OF_PLACE))
                .satisfies(flaw -> assertThat(flaw.line()).isEqualTo(3));
    }

    @Test
    void nothingAndTooMuchAreToldApart() {
        assertThat(flaw("").kind()).isEqualTo(Kind.EMPTY);
        assertThat(flaw("{\"a\": 1, \"a\": 2}").kind()).isEqualTo(Kind.NAMED_TWICE);
        assertThat(flaw("[".repeat(5_000)).kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(flaw("[0" + ",0".repeat(20_000) + "]").kind()).isEqualTo(Kind.TOO_MANY);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatIsWrongIsFoundAgainInTheDetail(Kind kind) {
        var flaw = new JsonFlaw(kind, 3, 14);
        assertThat(JsonFlaw.find(flaw.detail())).contains(flaw);
        assertThat(JsonFlaw.find(flaw.detail().replaceAll("\\d+,?", "…"))).contains(JsonFlaw.somewhere(kind));
        assertThat(JsonFlaw.find(JsonFlaw.somewhere(kind).detail())).contains(JsonFlaw.somewhere(kind));
    }

    @Test
    void otherDetailsTellOfNoFlaw() {
        assertThat(JsonFlaw.find("JSON in no known form")).isEmpty();
        assertThat(JsonFlaw.find("not JSON: Unrecognized token 'nonsense'")).isEmpty();
    }

    private JsonFlaw flaw(String payload) {
        return reader.read(payload.getBytes(UTF_8)) instanceof Json.Broken(var flaw) ? flaw : readable(payload);
    }

    private static JsonFlaw readable(String payload) {
        throw new AssertionError("'%.50s' can be read".formatted(payload));
    }
}
