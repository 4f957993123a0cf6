package city.cockpit.transfer;

import city.cockpit.csv.CsvText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How the characters of a file are written. */
public enum Encoding {
    UTF_8(StandardCharsets.UTF_8, "UTF-8"),
    /** What spreadsheets in Western Europe write; ISO 8859-1 differs in characters that no table has. */
    WINDOWS_1252(CsvText.WINDOWS, "Windows-1252 / ISO 8859-1"),
    UTF_16LE(StandardCharsets.UTF_16LE, "UTF-16 LE"),
    UTF_16BE(StandardCharsets.UTF_16BE, "UTF-16 BE");

    private final Charset charset;
    private final String title;

    Encoding(Charset charset, String title) {
        this.charset = charset;
        this.title = title;
    }

    static Encoding of(Charset charset) {
        return Arrays.stream(values())
                .filter(one -> one.charset.equals(charset))
                .findFirst()
                .orElseThrow();
    }

    Charset charset() {
        return charset;
    }

    /** As people know it, in every language. */
    public String title() {
        return title;
    }
}
