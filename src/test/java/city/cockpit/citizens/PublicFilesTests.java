package city.cockpit.citizens;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.preview.PreviewCalendars;
import city.cockpit.preview.ScreenTest;
import city.cockpit.town.TownHall;
import city.cockpit.uikit.Wordings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class PublicFilesTests extends ScreenTest {

    @Autowired
    TownHall town;

    @Autowired
    Wordings wordings;

    @BeforeEach
    void somebodyAsks() {
        var request = new MockHttpServletRequest();
        request.setScheme("https");
        request.setServerName("cockpit.stadt.example");
        request.setServerPort(443);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    @AfterEach
    void isAnswered() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void telephonesInstallThePageUnderTheNameOfTheTown() {
        assertThat(files().manifest().getBody())
                .contains("\"short_name\":\"Musterstadt\"", "\"display\":\"standalone\"", "512x512", "maskable");
    }

    @Test
    void searchEnginesFindEveryTopicAndPlaceUnderOneAddressEach() {
        aTownAtNoon();
        assertThat(files().siteMap().getBody())
                .contains("<loc>https://cockpit.stadt.example/</loc>", "/live/parken<", "/live/luft<", "/site/markt<")
                .contains("/privacy<", "/accessibility<", "/imprint<", "/leichte-sprache<", "/report<")
                .doesNotContain("/live/air<", "/live/pegel<");
    }

    @Test
    void searchEnginesAreKeptAwayFromWhatIsNotForThem() {
        assertThat(files().robots().getBody())
                .contains(
                        "Disallow: /cockpit", "Disallow: /login", "Sitemap: https://cockpit.stadt.example/sitemap.xml");
    }

    @Test
    void theWorkerMayFetchFromItsOwnServerAlone() {
        var answer = files().worker();
        assertThat(answer.getHeaders().getFirst("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; connect-src 'self'");
        assertThat(answer.getBody()).contains("addEventListener('fetch'");
    }

    private PublicFiles files() {
        return new PublicFiles(town, city, new PreviewCalendars(), wordings);
    }
}
