package city.cockpit.screens;

import java.util.List;

/**
 * A page that everybody may open, by an address at which the demo city has something to show.
 *
 * @param template how the code names the page; empty for what is no page of Vaadin
 * @param heart what comes a moment after the page
 */
record PublicPage(String template, String address, String heart) {

    static final List<PublicPage> ALL = List.of(
            page("/", "/"),
            page("/einfach", "/einfach"),
            page("/leichte-sprache", "/leichte-sprache"),
            page("/live/:domain", "/live/parken"),
            page("/live/:domain", "/live/luft"),
            page("/live/:domain", "/live/laerm"),
            page("/live/:domain", "/live/energie"),
            page("/live/:domain/embed", "/live/parken/embed"),
            page("", "/embed/parken?lang=de"),
            page("", "/embed/parken/places?lang=en"),
            page("", "/embed/parken/map?lang=de"),
            page("/everyday/:calendar", "/everyday/demo-events"),
            page("/everyday/:calendar", "/everyday/demo-waste"),
            page("/site/:site", "/site/stadthalle"),
            new PublicPage("/history/:domain/:sensor?/:property?", "/history/air", ".figure-sentences"),
            new PublicPage("/nachweis/:sensor/:property?", "/nachweis/air", ".proof-number"),
            new PublicPage("/nachweis/:sensor/:property?", "/nachweis/air-stadtpark/pm10", ".proof-number"),
            page("/strategie", "/strategie"),
            page("/strategie/:item", "/strategie/bedarfslicht"),
            page("/steckbrief", "/steckbrief"),
            page("/report", "/report?topic=luft"),
            page("/report", "/report?about=accessibility"),
            page("/imprint", "/imprint"),
            page("/privacy", "/privacy"),
            page("/accessibility", "/accessibility"),
            page("/login", "/login"),
            page("/link", "/link"),
            page("/s/:code", "/s/bgzy5cbz"),
            page("", "/nowhere"));

    private static PublicPage page(String template, String address) {
        return new PublicPage(template, address, "h1");
    }

    boolean isEmbedded() {
        return address.startsWith("/embed/");
    }

    /** Its names are of parameterized tests. */
    @Override
    public String toString() {
        return address;
    }
}
