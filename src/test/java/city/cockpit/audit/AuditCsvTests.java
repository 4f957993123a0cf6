package city.cockpit.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditCsvTests {

    private static final Instant NOON = Instant.parse("2026-05-21T10:00:00Z");

    @Test
    void aLineTakesARowForEachOfItsChangesAndOneIfItHasNone() throws IOException {
        assertThat(csv(
                        new Entry(
                                2,
                                NOON,
                                "anna",
                                Deed.PERSON_CHANGED,
                                "bert",
                                List.of(
                                        new Change("roles", "STAFF", "STAFF, TECHNICIAN"),
                                        new Change("email", "", "b@x.example"))),
                        new Entry(1, NOON, "anna", Deed.SIGNED_IN, "", List.of())))
                .isEqualTo("""
                        number,at,actor,deed,object,field,before,after
                        2,2026-05-21T10:00:00Z,anna,PERSON_CHANGED,bert,roles,STAFF,"STAFF, TECHNICIAN"
                        2,2026-05-21T10:00:00Z,anna,PERSON_CHANGED,bert,email,,b@x.example
                        1,2026-05-21T10:00:00Z,anna,SIGNED_IN,,,,
                        """.replace("\n", "\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+1", "-A1", "@SUM(1)", "\t=1", "\r=1"})
    void whatASpreadsheetWouldCalculateIsOnlyText(String typed) throws IOException {
        assertThat(csv(new Entry(1, NOON, typed, Deed.SIGN_IN_FAILED, typed, List.of(new Change("x", typed, typed)))))
                .contains("'" + typed.substring(0, 1))
                .doesNotContainPattern("[,\"]" + Pattern.quote(typed.substring(0, 2)));
    }

    @Test
    void umlautsQuotesAndLinesStayWhatTheyWere() throws IOException {
        assertThat(csv(new Entry(
                        1, NOON, "jörg", Deed.TOWN_CHANGED, "", List.of(new Change("imprint", "\"alt\"", "a\nb")))))
                .contains("jörg", "\"\"\"alt\"\"\",\"a\nb\"");
    }

    private static String csv(Entry... entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var csv = new AuditCsv(bytes);
        for (var entry : entries) csv.write(entry);
        csv.flush();
        return bytes.toString(UTF_8);
    }
}
