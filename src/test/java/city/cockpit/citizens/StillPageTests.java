package city.cockpit.citizens;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.uikit.Wording;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class StillPageTests {

    @Test
    void whoComesWithAThousandOthersReadsTheValuesAndGetsNewOnesWithoutScripts() {
        var page = Jsoup.parse("""
                <head><script type="module" src="app.js"></script><link rel="modulepreload" href="app.js"></head>
                <body><div id="first"><button disabled>Anhalten</button><main><article>120 von 320 frei</article></main></div>
                <div id="outlet"></div><script>takeOver()</script></body>""");
        StillPage.make(page, new Wording(Locale.GERMAN, ZoneOffset.UTC));
        assertThat(page.select("script, link, button")).isEmpty();
        assertThat(page.select("meta[http-equiv=refresh]").attr("content")).isEqualTo("30");
        assertThat(page.select("main").text())
                .contains("120 von 320 frei", "Gerade sehen sehr viele Menschen diese Seite an", "alle 30 Sekunden");
    }
}
