package city.cockpit.uikit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** What is answered to a request that does not even reach a page. It names neither programs nor reasons. */
@Component("error")
final class RefusalPage implements View {

    /** It has no scripts, so it needs less than other pages. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Wordings wordings;

    RefusalPage(Wordings wordings) {
        this.wordings = wordings;
    }

    @Override
    public String getContentType() {
        return MediaType.TEXT_HTML_VALUE;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var words = wordings.in(Languages.closest(request.getLocale()));
        response.setContentType(getContentType());
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Security-Policy", POLICY);
        response.getWriter().write(page(words, saying(response.getStatus())).html());
    }

    private static Saying saying(int status) {
        if (status == HttpServletResponse.SC_NOT_FOUND) return new Saying("error.not-found", "error.not-found.advice");
        return status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                ? new Saying("error.refused", "error.refused.advice")
                : new Saying("error.failure", "error.failure.advice");
    }

    private static Document page(Wording words, Saying saying) {
        var page = Document.createShell("");
        page.getElementsByTag("html").attr("lang", words.locale().getLanguage());
        page.title(words.text(saying.title()));
        page.head().appendElement("link").attr("rel", "stylesheet").attr("href", "/cockpit.css");
        var notice = page.body().appendElement("main").addClass("notice");
        notice.appendElement("h1").text(words.text(saying.title()));
        notice.appendElement("p").text(words.text(saying.advice()));
        notice.appendElement("a").attr("href", "/").text(words.text("error.home"));
        return page;
    }

    private record Saying(String title, String advice) {}
}
