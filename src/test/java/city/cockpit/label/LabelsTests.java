package city.cockpit.label;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Town;
import city.cockpit.registry.InMemorySensors;
import city.cockpit.registry.Phase;
import city.cockpit.registry.Place;
import city.cockpit.registry.Sensor;
import city.cockpit.registry.SeriesPlan;
import city.cockpit.town.InMemoryTown;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabelsTests {

    private static final String BASE = "https://cockpit.musterstadt.example";
    private static final int DPI = 300;

    private final InMemorySensors sensors = new InMemorySensors();
    private final Labels labels = PreviewLabels.labels(
            sensors, InMemoryTown.hall(new Town("Bad Übelstädt", ZoneId.of("Europe/Berlin")), () -> Instant.EPOCH));

    @Test
    void theAddressOnALabelBeginsAsTheTownSays() {
        assertThat(labels.base()).contains(BASE);
        assertThat(new LabelSettings(new LabelSettings.Access(Optional.empty())).base())
                .isEmpty();
    }

    @Test
    void aLabelSaysWhatItIsAboutAndWhereItHangs() {
        register("air-07", "Luftgüte Süd", "Größe-Straße");
        register("air-08", "", "Größe-Straße");
        assertThat(labels(List.of("air-07", "air-08", "unknown")))
                .containsExactly(
                        new Label(
                                new SensorId("air-07"),
                                "Bad Übelstädt",
                                "Luftgüte Süd",
                                "Größe-Straße",
                                BASE + "/s/b4k1sv8n",
                                "Scannen für die Werte"),
                        new Label(
                                new SensorId("air-08"),
                                "Bad Übelstädt",
                                "air-08",
                                "Größe-Straße",
                                BASE + "/s/" + PreviewLabels.codeOf("air-08"),
                                "Scannen für die Werte"));
    }

    /** With {@code -Dlabels.out=FOLDER} the sheets are left there, to be looked at. */
    @ParameterizedTest
    @EnumSource
    void everyCodeOnASheetIsReadByACamera(LabelFormat format) throws Exception {
        var many = IntStream.rangeClosed(1, format.perSheet() + 2)
                .mapToObj(number -> "air-%02d".formatted(number))
                .toList();
        many.forEach(id -> register(
                id,
                id.endsWith("1") ? "Feinstaubmessgerät an der Großschönauer Straße, Ecke Hölderlinweg" : "Luft " + id,
                "Schulhof Süd"));
        var all = labels(many);
        var pdf = sheet(all, format, 2);
        keep(format, pdf, labels.sticker(all.getFirst(), format));
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(format.sheets(many.size(), 2)).isEqualTo(2);
            var seen = new ArrayList<String>();
            for (var sheet = 0; sheet < 2; sheet++) seen.addAll(codes(picture(document, sheet), format));
            assertThat(seen).isEqualTo(all.stream().map(Label::address).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingStandsBeyondTheSheetOrOnTheNextLabel(LabelFormat format) throws IOException {
        register("air-01", "Feinstaubmessgerät an der Großschönauer Straße, Ecke Hölderlinweg", "Schulhof Süd");
        var label = labels(List.of("air-01")).getFirst();
        for (var position = 0; position < format.perSheet(); position++) {
            assertThat(format.x(position) + format.width()).isLessThanOrEqualTo(210.1);
            assertThat(format.y(position) + format.height()).isLessThanOrEqualTo(297.1);
        }
        new LabelLayout(format).draw(label, new Pen() {
            @Override
            public void box(double x, double y, double width, double height) {
                assertThat(x).isGreaterThanOrEqualTo(0);
                assertThat(y).isGreaterThanOrEqualTo(0);
                assertThat(x + width).isLessThanOrEqualTo(format.width());
                assertThat(y + height).isLessThanOrEqualTo(format.height());
            }

            @Override
            public void text(double x, double y, double size, boolean bold, String text) {
                assertThat(x + LabelFont.get().width(text, size)).as(text).isLessThanOrEqualTo(format.width());
                assertThat(y - size).as(text).isGreaterThanOrEqualTo(0);
                assertThat(y + size * 0.25).as(text).isLessThanOrEqualTo(format.height());
            }
        });
    }

    @Test
    void theWordsInAPdfCanBeFoundAndItsLettersAreInside() throws IOException {
        register("air-07", "Luftgüte Süd", "Größe-Straße");
        try (var document = Loader.loadPDF(sheet(labels(List.of("air-07")), LabelFormat.L7163, 14))) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Bad Übelstädt", "Luftgüte Süd", "Größe-Straße", "Scannen für die Werte");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Etiketten");
            var resources = document.getPage(0).getResources();
            for (var name : resources.getFontNames())
                assertThat(resources.getFont(name).isEmbedded()).isTrue();
        }
    }

    @Test
    void aStickerIsAPictureInItsRealSizeWithoutAnythingFromElsewhere() throws Exception {
        register("air-07", "Luft & <Lärm>", "Größe-Straße");
        var svg = labels.sticker(labels(List.of("air-07")).getFirst(), LabelFormat.A4780);
        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(UTF_8)))
                .getDocumentElement();
        assertThat(root.getAttribute("width")).isEqualTo("48.5mm");
        assertThat(root.getAttribute("height")).isEqualTo("25.4mm");
        assertThat(root.getTextContent()).isEqualTo("Luft & <Lärm> · " + BASE + "/s/b4k1sv8n");
        assertThat(svg).doesNotContain("<text", "font", "href", "style");
    }

    @Test
    void aSheetBeginsWhereTheLastOneEnded() {
        assertThatIllegalArgumentException().isThrownBy(() -> sheet(List.of(), LabelFormat.A3475, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> sheet(List.of(), LabelFormat.A3475, 25));
        assertThat(LabelFormat.A3475.sheets(24, 1)).isEqualTo(1);
        assertThat(LabelFormat.A3475.sheets(24, 2)).isEqualTo(2);
        assertThat(LabelFormat.A3475.sheets(0, 1)).isZero();
    }

    @Test
    void whoeverScansIsToldWhatIsBehindTheLabel() {
        register("air-07", "Luftgüte Süd", "Größe-Straße");
        var scans = PreviewLabels.scans(sensors);
        assertThat(scans.listBehind("B4K1-SV8N"))
                .containsExactly(
                        new Scans.Scanned(new SensorId("air-07"), "Luftgüte Süd", "gr-e-stra-e", true, false, true));
        assertThat(scans.listBehind("nonsense")).isEmpty();
        sensors.phase(new SensorId("air-07"), Phase.RETIRED, "tina");
        assertThat(scans.listBehind("b4k1sv8n")).allMatch(Scans.Scanned::retired);
    }

    private void register(String id, String title, String site) {
        var place = FakeCatalog.siteOf(site);
        if (sensors.findPlace(place.key()).isEmpty()) sensors.savePlace(Place.of(place, ""), "tina");
        sensors.register(
                Sensor.of(new SensorId(id), title, place.key(), List.of(SeriesPlan.of("pm10", Duration.ofMinutes(1)))),
                Optional.empty(),
                "tina");
    }

    private List<Label> labels(List<String> ids) {
        return labels.labels(ids.stream().map(SensorId::new).toList(), BASE, "Scannen für die Werte");
    }

    private byte[] sheet(List<Label> all, LabelFormat format, int start) throws IOException {
        var out = new ByteArrayOutputStream();
        labels.sheet(all, format, start, "Etiketten", out);
        return out.toByteArray();
    }

    private static BufferedImage picture(PDDocument document, int page) throws IOException {
        return new PDFRenderer(document).renderImageWithDPI(page, DPI);
    }

    /** Of the labels on the sheet, in their order; empty positions have none. */
    private static List<String> codes(BufferedImage sheet, LabelFormat format) {
        return IntStream.range(0, format.perSheet())
                .mapToObj(position -> sheet.getSubimage(
                        pixels(format.x(position)),
                        pixels(format.y(position)),
                        pixels(format.width()),
                        pixels(format.height())))
                .flatMap(label -> code(label).stream())
                .toList();
    }

    private static Optional<String> code(BufferedImage label) {
        var width = label.getWidth();
        var height = label.getHeight();
        var light = new RGBLuminanceSource(width, height, label.getRGB(0, 0, width, height, null, 0, width));
        try {
            return Optional.of(new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(light)))
                    .getText());
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }

    private static int pixels(double millimetres) {
        return (int) (millimetres / 25.4 * DPI);
    }

    private static void keep(LabelFormat format, byte[] pdf, String svg) throws IOException {
        var folder = System.getProperty("labels.out");
        if (folder == null) return;
        Files.write(Path.of(folder, format + ".pdf"), pdf);
        Files.writeString(Path.of(folder, format + ".svg"), svg);
        try (var document = Loader.loadPDF(pdf)) {
            ImageIO.write(
                    picture(document, 0),
                    "png",
                    Path.of(folder, format + ".png").toFile());
        }
    }
}
