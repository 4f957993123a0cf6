package city.cockpit.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTests {

    @Test
    void whatASpreadsheetWouldTakeForAFormulaBecomesText() {
        assertThat(Cells.harmless("=HYPERLINK(\"http://example.org\")")).startsWith("'=");
        assertThat(Cells.harmless("@SUM(A1)")).isEqualTo("'@SUM(A1)");
        assertThat(Cells.harmless("+49 123")).isEqualTo("'+49 123");
        assertThat(Cells.harmless("-1+2")).isEqualTo("'-1+2");
        assertThat(Cells.harmless("\t=1")).startsWith("'");
    }

    @Test
    void namesAndNegativeNumbersStayWhatTheyAre() {
        assertThat(Cells.harmless("")).isEmpty();
        assertThat(Cells.harmless("Markt = Mitte")).isEqualTo("Markt = Mitte");
        assertThat(Cells.harmless("-12.5")).isEqualTo("-12.5");
        assertThat(Cells.harmless("-12,5")).isEqualTo("-12,5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "Markt", "=1+1", "'=1+1", "''@x", "'", "''", "-12,5", "'-12,5", "\t=1", "=1\n=2", "Jena's", "+"
            })
    void whatWasMadeHarmlessIsReadAsItWasTyped(String typed) {
        assertThat(Cells.plain(Cells.harmless(typed))).isEqualTo(typed);
        assertThat(Cells.harmless(typed))
                .doesNotStartWith("=")
                .doesNotStartWith("@")
                .doesNotStartWith("+");
    }

    @Test
    void aNumberHasNoExponentAndNoIdleZero() {
        assertThat(Cells.number(21)).isEqualTo("21");
        assertThat(Cells.number(-0.5)).isEqualTo("-0.5");
        assertThat(Cells.number(1.0E-5)).isEqualTo("0.000010");
        assertThat(Cells.number(12_345_678_901.5)).isEqualTo("12345678901.5");
        assertThat(Double.parseDouble(Cells.number(0.1 + 0.2))).isEqualTo(0.1 + 0.2);
    }
}
