package city.cockpit.town;

import java.util.List;

/** What the screens are printed on, in light and in dark: the page and the cards on it, as in {@code cockpit.css}. */
public enum Paper {
    LIGHT("#f4f3ef", "#ffffff", "#000000"),
    DARK("#101316", "#191d21", "#ffffff");

    private final String page;
    private final String card;
    private final String away;

    Paper(String page, String card, String away) {
        this.page = page;
        this.card = card;
        this.away = away;
    }

    public HexColor page() {
        return new HexColor(page);
    }

    public HexColor card() {
        return new HexColor(card);
    }

    /** The contrast of the colour with the paper where it is weakest, from 1 to 21. */
    public double contrast(HexColor ink) {
        return List.of(page(), card()).stream()
                .mapToDouble(paper -> Contrast.ratio(ink, paper))
                .min()
                .orElseThrow();
    }

    /** The colour itself if it has that contrast, else the nearest of its shades that has: darker on light paper, lighter on dark. */
    public HexColor readable(HexColor ink, double contrast) {
        var end = new HexColor(away);
        for (var step = 0; step < 100; step++) {
            var shade = ink.mixedWith(end, step / 100.0);
            if (contrast(shade) >= contrast) return shade;
        }
        return end;
    }
}
