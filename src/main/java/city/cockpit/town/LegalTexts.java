package city.cockpit.town;

/** What the law wants on a public page, as plain text with line breaks. Each may be empty. */
public record LegalTexts(String imprint, String privacy, String accessibility) {

    public static final LegalTexts NONE = new LegalTexts("", "", "");

    public static final int LONGEST = 20_000;

    public LegalTexts {
        PlainText.check(PlainText.fits(imprint, LONGEST), "imprint", imprint);
        PlainText.check(PlainText.fits(privacy, LONGEST), "privacy statement", privacy);
        PlainText.check(PlainText.fits(accessibility, LONGEST), "statement on accessibility", accessibility);
    }
}
