package city.cockpit.transfer;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.measurement.FakeCatalog;
import city.cockpit.transfer.FileForm.Shape;
import java.nio.charset.Charset;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecognitionTests {

    private final FakeCatalog catalog = new FakeCatalog();

    @BeforeEach
    void aTown() {
        catalog.add("air-markt/pm2_5", "Markt");
        catalog.add("air-markt/pm10", "Markt");
    }

    @Test
    void aSpreadsheetOfAGermanOfficeIsUnderstood() {
        var form = guess(
                "Datum/Zeit;PM2,5 Straße;PM10 Straße\r\n15.01.2026 12:00;8,5;12,0\r\n15.01.2026 13:00;9,0;-\r\n",
                Charset.forName("windows-1252"));
        assertThat(form.encoding()).isEqualTo(Encoding.WINDOWS_1252);
        assertThat(form.separator()).isEqualTo(';');
        assertThat(form.decimalComma()).isTrue();
        assertThat(form.shape()).isEqualTo(Shape.WIDE);
        assertThat(form.timeColumn()).isZero();
        assertThat(form.header()).isTrue();
        assertThat(form.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    @Test
    void whatTheCockpitWroteItselfIsUnderstood() {
        var form = guess(
                "\ufefftime,sensor,observed_property,value,unit_ucum,quality\r\n2026-01-15T12:00:00+01:00,air-markt,pm2_5,8.5,ug/m3,\r\n",
                UTF_8);
        assertThat(form.shape()).isEqualTo(Shape.LONG);
        assertThat(form.separator()).isEqualTo(',');
        assertThat(form.decimalComma()).isFalse();
        assertThat(form.timeColumn()).isZero();
        assertThat(form.seriesColumn()).isEqualTo(1);
        assertThat(form.propertyColumn()).isEqualTo(2);
        assertThat(form.valueColumn()).isEqualTo(3);
        assertThat(form.unitColumn()).isEqualTo(4);
    }

    @Test
    void threeColumnsWithoutNamesAreTimeSeriesAndValue() {
        var form = guess("air-markt/pm10\t2026-01-15 12:00\t17\nair-markt/pm10\t2026-01-15 13:00\t18\n", UTF_8);
        assertThat(form.header()).isFalse();
        assertThat(form.separator()).isEqualTo('\t');
        assertThat(form.shape()).isEqualTo(Shape.LONG);
        assertThat(form.seriesColumn()).isZero();
        assertThat(form.timeColumn()).isEqualTo(1);
        assertThat(form.valueColumn()).isEqualTo(2);
    }

    @Test
    void charactersOfTwoBytesAreKnownByTheirMark() {
        var form = guess("\ufeffzeit\tstraße\n1768476600\t3.5\n", UTF_16LE);
        assertThat(form.encoding()).isEqualTo(Encoding.UTF_16LE);
        assertThat(form.separator()).isEqualTo('\t');
        assertThat(form.timeColumn()).isZero();
    }

    @Test
    void columnsThatAreCalledLikeASeriesNeedNoAssignment() {
        var text = "time,air-markt/pm2_5,Feinstaub grob\n2026-01-15T12:00:00Z,8.5,12\n".getBytes(UTF_8);
        var sample = Sample.of(text, guess(text), catalog);
        assertThat(sample.names()).containsExactly("air-markt/pm2_5", "Feinstaub grob");
        assertThat(sample.known()).containsOnlyKeys("air-markt/pm2_5");
    }

    @Test
    void somethingElseThanATableHasNoColumnsOrOne() {
        assertThat(Sample.of(new byte[0], guess(new byte[0]), catalog).columns())
                .isEmpty();
        var picture = new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3};
        assertThat(Sample.of(picture, guess(picture), catalog).columns()).hasSizeLessThan(2);
    }

    private FileForm guess(String text, Charset charset) {
        return guess(text.getBytes(charset));
    }

    private FileForm guess(byte[] bytes) {
        return new Recognition(catalog, ZoneId.of("Europe/Berlin")).guess(bytes);
    }
}
