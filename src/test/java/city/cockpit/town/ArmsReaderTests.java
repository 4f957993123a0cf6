package city.cockpit.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import city.cockpit.town.ArmsReader.Problem;
import city.cockpit.town.ArmsReader.Verdict;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArmsReaderTests {

    private static final String OPEN = "<svg xmlns='http://www.w3.org/2000/svg'"
            + " xmlns:xlink='http://www.w3.org/1999/xlink' xmlns:x='http://www.w3.org/1999/xhtml' viewBox='0 0 9 9'>";

    @Test
    void aDrawingIsTakenAsItIs() {
        var accepted = svg("<defs><linearGradient id='a'><stop offset='0' stop-color='#fff'/></linearGradient></defs>"
                + "<style>.b{fill:url(#a)}</style><path class='b' d='M0 0h9'/><use href='#a'/><use xlink:href='#a'/>");
        assertThat(accepted)
                .isInstanceOfSatisfying(
                        Verdict.Accepted.class,
                        verdict -> assertThat(verdict.image().type()).isEqualTo(ArmsImage.Type.SVG));
    }

    @Test
    void ourOwnArmsPassOurOwnCheck() {
        assertThat(ArmsReader.read(ArmsImage.neutral().bytes())).isEqualTo(new Verdict.Accepted(ArmsImage.neutral()));
    }

    @Test
    void whatDrawingProgramsNoteIsLeftAlone() {
        assertThat(svg(
                        "<metadata xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:cc='http://creativecommons.org/ns#'>"
                                + "<rdf:RDF><cc:Work rdf:about=''/></rdf:RDF></metadata>"
                                + "<i:namedview xmlns:i='http://www.inkscape.org/namespaces/inkscape' i:label='x'/>"))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<script href='data:,alert(1)'/>",
                "<path onload='alert(1)' d='M0 0'/>",
                "<path ONCLICK='alert(1)' d='M0 0'/>",
                "<foreignObject><x:script>alert(1)</x:script></foreignObject>",
                "<x:script>alert(1)</x:script>",
                "<x:img src='x' onerror='alert(1)'/>",
                "<metadata><x:iframe src='https://elsewhere.example'/></metadata>",
                "<script xmlns=''>alert(1)</script>",
                "<animate attributeName='href' to='javascript:alert(1)'/>",
                "<set attributeName='onclick' to='alert(1)'/>",
                "<handler type='text/javascript'>alert(1)</handler>"
            })
    void whatActsIsNoDrawing(String inside) {
        assertThat(svg(inside)).isEqualTo(new Verdict.Refused(Problem.SVG_ACTIVE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<image href='https://elsewhere.example/pixel.png'/>",
                "<image href='data:image/png;base64,AAAA'/>",
                "<a href='javascript:alert(1)'><path d='M0 0'/></a>",
                "<use href='https://elsewhere.example/x.svg#a'/>",
                "<use xlink:href='/cockpit.css#a'/>",
                "<use href=' javascript:alert(1)'/>",
                "<style>@import 'https://elsewhere.example/x.css';</style>",
                "<style>@\\69mport 'x';</style>",
                "<style><![CDATA[rect{fill:url(https://elsewhere.example)}]]></style>",
                "<style>@font-face{src:url(https://elsewhere.example/f.woff)}</style>",
                "<path fill='url(https://elsewhere.example#a)' d='M0 0'/>",
                "<path style='fill:URL( &quot;//elsewhere.example&quot;)' d='M0 0'/>",
                "<g xml:base='https://elsewhere.example/'/>",
                "<?xml-stylesheet href='https://elsewhere.example/x.css'?>"
            })
    void whatReachesOutIsRefused(String inside) {
        assertThat(svg(inside)).isEqualTo(new Verdict.Refused(Problem.SVG_EXTERNAL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>",
                "<!DOCTYPE svg [<!ENTITY secret SYSTEM 'file:///etc/hostname'>]>",
                "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
            })
    void aDocumentTypeIsRefusedBeforeItIsRead(String declaration) {
        assertThat(read(declaration + OPEN + "</svg>")).isEqualTo(new Verdict.Refused(Problem.SVG_DOCTYPE));
    }

    @Test
    void aDrawingThatGrowsWhileItIsDrawnIsRefused() {
        assertThat(svg("<g id='a'><path d='M0 0'/></g><g id='b'><use href='#a'/><use href='#a'/></g><use href='#b'/>"))
                .isEqualTo(new Verdict.Refused(Problem.SVG_TOO_COMPLEX));
        assertThat(svg("<g>".repeat(120) + "</g>".repeat(120))).isEqualTo(new Verdict.Refused(Problem.SVG_TOO_COMPLEX));
        assertThat(svg("<g/>".repeat(30_000))).isEqualTo(new Verdict.Refused(Problem.SVG_TOO_COMPLEX));
    }

    @ParameterizedTest
    @CsvSource({
        "<html><body>hello</body></html>, UNKNOWN_FORMAT",
        "<svg><path/></svg>, UNKNOWN_FORMAT",
        "<svg, BROKEN",
        "'', UNKNOWN_FORMAT",
        "GIF89a, UNKNOWN_FORMAT",
        "%PDF-1.7, UNKNOWN_FORMAT"
    })
    void whatIsNoPictureIsCalledSo(String content, Problem problem) {
        assertThat(read(content)).isEqualTo(new Verdict.Refused(problem));
    }

    @ParameterizedTest
    @CsvSource({"png, PNG", "jpeg, JPEG"})
    void pixelsAreTakenWhenTheyCanBeDrawnToTheEnd(String format, ArmsImage.Type type) throws IOException {
        var picture = picture(format, 40, 50);
        assertThat(ArmsReader.read(picture))
                .isInstanceOfSatisfying(
                        Verdict.Accepted.class,
                        verdict -> assertThat(verdict.image().type()).isEqualTo(type));
        assertThat(ArmsReader.read(Arrays.copyOf(picture, 30))).isEqualTo(new Verdict.Refused(Problem.BROKEN));
        assertThat(ArmsReader.read(picture(format, 2_001, 1))).isEqualTo(new Verdict.Refused(Problem.TOO_MANY_PIXELS));
    }

    @ParameterizedTest
    @CsvSource({
        // one pixel each: lossy, lossless, extended
        "524946463c000000574542505650382030000000d001009d012a0100010002003425a00274ba01f80003b000feffffffffffff, accepted",
        "524946461a000000574542505650384c0d0000002f00000010071011118888fe0700, accepted",
        "524946461a000000574542505650384c0d0000002fffffff10071011118888fe0700, TOO_MANY_PIXELS",
        "524946461a000000574542505650385800000000000000000000000000000000000000, accepted",
        "524946461a0000005745425050415353000000000000000000000000000000000000, BROKEN",
        "524946461a00000057454250, BROKEN"
    })
    void webpIsKnownByItsHeader(String hex, String verdict) {
        var bytes = Arrays.copyOf(HexFormat.of().parseHex(hex), hex.length() < 30 ? 12 : 80);
        var read = ArmsReader.read(bytes);
        if (verdict.equals("accepted")) assertThat(read).isInstanceOf(Verdict.Accepted.class);
        else assertThat(read).isEqualTo(new Verdict.Refused(Problem.valueOf(verdict)));
    }

    @Test
    void whatIsTooHeavyIsNotEvenLookedAt() {
        assertThat(ArmsReader.read(new byte[300_001])).isEqualTo(new Verdict.Refused(Problem.TOO_HEAVY));
    }

    @Test
    void noBytesBringTheReaderDown() throws IOException {
        var random = new Random(7);
        var heads = new byte[][] {
            picture("png", 9, 9),
            picture("jpeg", 9, 9),
            ArmsImage.neutral().bytes(),
            "RIFF0000WEBPVP8 ".getBytes(StandardCharsets.US_ASCII)
        };
        assertThatNoException().isThrownBy(() -> {
            for (var round = 0; round < 2_000; round++) {
                var bytes = Arrays.copyOf(heads[round % heads.length], 20 + random.nextInt(400));
                for (var flip = 0; flip < 8; flip++) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                ArmsReader.read(bytes);
            }
        });
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private static Verdict svg(String inside) {
        return read(OPEN + inside + "</svg>");
    }

    private static Verdict read(String content) {
        return ArmsReader.read(content.getBytes(StandardCharsets.UTF_8));
    }
}
