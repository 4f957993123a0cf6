package city.cockpit.screens;

/** What is tried on every public page, and how. */
enum PageCheck {
    RULES(
            "axe",
            "the rules of axe at 1280 px in light colours: nothing serious or critical, no target under 24 px without its exceptions"),
    DARK("dark", "contrast by axe in dark colours"),
    CONTRAST("more contrast", "contrast by axe when the computer asks for more of it"),
    FORCED("forced colours", "contrast by axe in the colours of the system"),
    TREE(
            "tree",
            "accessibility tree: one main heading, no level skipped, every control and picture has a name, news are told politely"),
    KEYBOARD(
            "keyboard",
            "Tab from the first to the last stop at 1280 px: all are reached, in the order of the page, each looks different with the focus and is not covered, no trap"),
    ZOOM(
            "400 %",
            "at 320 × 256 px, which is 1280 px at 400 %: nothing is wider, no bar takes half of the screen; the way of the keyboard again, in the colours of the system"),
    SPACING("spacing", "lines 1.5, letters 0.12 em, words 0.16 em, paragraphs 2 em apart: nothing is cut off or wider"),
    MOTION("less motion", "when the computer asks for less motion nothing moves");

    private final String title;
    private final String how;

    PageCheck(String title, String how) {
        this.title = title;
        this.how = how;
    }

    String title() {
        return title;
    }

    String how() {
        return how;
    }
}
