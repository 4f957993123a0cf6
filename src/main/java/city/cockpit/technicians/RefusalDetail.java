package city.cockpit.technicians;

import city.cockpit.ingest.JsonFlaw;
import city.cockpit.uikit.Wording;

/** What the pipeline says of a message that it refused, in the words of the reader where there are some. */
final class RefusalDetail {

    private RefusalDetail() {}

    static String of(Wording words, String detail) {
        return JsonFlaw.find(detail)
                .map(flaw -> words.text("json.flaw." + flaw.kind(), flaw.line(), flaw.column()))
                .orElse(detail);
    }
}
