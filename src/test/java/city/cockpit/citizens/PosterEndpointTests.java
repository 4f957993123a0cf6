package city.cockpit.citizens;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.label.PreviewLabels;
import city.cockpit.preview.ScreenTest;
import city.cockpit.town.TownHall;
import city.cockpit.uikit.Wordings;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PosterEndpointTests extends ScreenTest {

    private static final int DPI = 100;

    @Autowired
    TownHall town;

    @Autowired
    Wordings wordings;

    @Test
    void whoWalksByScansThePosterAndIsOnThePageOfThePlace() throws Exception {
        aTownAtNoon();
        var answer = endpoint().poster("markt", Optional.empty());
        try (var document = Loader.loadPDF(Objects.requireNonNull(answer.getBody()))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Musterstadt",
                            "Markt",
                            "Hier misst die Stadt:",
                            "Feinstaub",
                            "Ohne App und ohne Anmeldung.");
            var sheet = new PDFRenderer(document).renderImageWithDPI(0, DPI);
            var width = sheet.getWidth();
            var height = sheet.getHeight();
            var light = new RGBLuminanceSource(width, height, sheet.getRGB(0, 0, width, height, null, 0, width));
            assertThat(new QRCodeReader()
                            .decode(new BinaryBitmap(new HybridBinarizer(light)))
                            .getText())
                    .isEqualTo("https://cockpit.musterstadt.example/site/markt");
        }
    }

    @Test
    void thereIsNoneWhereNothingIsMeasured() throws Exception {
        aTownAtNoon();
        assertThat(endpoint()
                        .poster("nowhere", Optional.of("en"))
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    private PosterEndpoint endpoint() {
        return new PosterEndpoint(city, town, wordings, PreviewLabels.posters());
    }
}
