package city.cockpit.citizens;

import city.cockpit.uikit.Wording;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Makes a page that lives by itself of the first response: without scripts, and the browser asks for it again and again. That
 * costs the server a page of text now and then, and nothing in between.
 */
final class StillPage {

    static final int RENEWAL_SECONDS = 30;

    private StillPage() {}

    /** What only scripts can do is not offered. */
    static void make(Document page, Wording words) {
        page.select("script, link[rel=modulepreload], link[rel=manifest], #first button")
                .remove();
        page.head()
                .appendElement("meta")
                .attr("http-equiv", "refresh")
                .attr("content", String.valueOf(RENEWAL_SECONDS));
        var note = new Element("p").addClass("still-page").attr("role", "note");
        note.text(words.text("crowd.note", (long) RENEWAL_SECONDS));
        var main = page.selectFirst("main");
        if (main == null) page.body().prependChild(note);
        else main.prependChild(note);
    }
}
