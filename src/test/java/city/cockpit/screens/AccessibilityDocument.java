package city.cockpit.screens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The page of the documentation that says what was tried, on which pages, with what result, and what nobody has tried. */
final class AccessibilityDocument {

    static final Path PLACE = Path.of("src/docs/generated/accessibility.md");

    private static final int COLUMNS = 5;

    private AccessibilityDocument() {}

    /** @param checks those that try it; none if no machine can */
    private record Criterion(String number, String name, String level, List<PageCheck> checks, String words) {}

    /** @param results for each page what is wrong with it by each check */
    static String draw(Map<PublicPage, Map<PageCheck, List<String>>> results) {
        return """
                # Accessibility of the public pages

                Written by `PublicPagesIT` from what it found in Chromium, on every public page of the demo city, in every run of `./cockpit test`; it fails when this page no longer says what it finds. It tries what a machine can try. **By hand nobody has tried anything yet**: no screen reader, no voice control, no magnifier, nobody with a disability. Pages behind the sign-in are scanned by axe (`BrowserIT`, `DoorsIT`, `PeopleInTheBrowserIT`) and not part of this.

                ## How

                | Check | What is done |
                | --- | --- |
                %s

                ## Pages

                | Page | %s |
                | --- | %s |
                %s

                ## Criteria of WCAG 2.2, levels A and AA

                "Holds" means that the checks named found nothing on any page, and no more than that. What no machine can say is to be tried by hand: by whom and when stands here as soon as somebody does it.

                | Criterion | Level | Tried by | Result | Remark |
                | --- | --- | --- | --- | --- |
                %s
                """.formatted(
                Arrays.stream(PageCheck.values())
                        .map(check -> "| %s | %s |".formatted(check.title(), check.how()))
                        .collect(joining("\n")),
                Arrays.stream(PageCheck.values()).map(PageCheck::title).collect(joining(" | ")),
                Arrays.stream(PageCheck.values()).map(check -> ":-:").collect(joining(" | ")),
                results.entrySet().stream()
                        .map(entry -> line(entry.getKey(), entry.getValue()))
                        .collect(joining("\n")),
                criteria().stream().map(criterion -> line(criterion, results)).collect(joining("\n")));
    }

    private static String line(PublicPage page, Map<PageCheck, List<String>> faults) {
        return "| `%s` | %s |"
                .formatted(
                        page.address(),
                        Arrays.stream(PageCheck.values())
                                .map(check -> isWell(faults, check) ? "holds" : "does not hold")
                                .collect(joining(" | ")));
    }

    private static boolean isWell(Map<PageCheck, List<String>> faults, PageCheck check) {
        return faults.getOrDefault(check, List.of()).isEmpty();
    }

    private static String line(Criterion criterion, Map<PublicPage, Map<PageCheck, List<String>>> results) {
        var well = criterion.checks().stream()
                .allMatch(check -> results.values().stream().allMatch(faults -> isWell(faults, check)));
        var result = criterion.checks().isEmpty() ? "not tried by machine" : well ? "holds" : "does not hold";
        return "| %s %s | %s | %s | %s | %s |"
                .formatted(
                        criterion.number(),
                        criterion.name(),
                        criterion.level(),
                        criterion.checks().isEmpty()
                                ? "–"
                                : criterion.checks().stream()
                                        .map(PageCheck::title)
                                        .collect(joining(", ")),
                        result,
                        criterion.words());
    }

    private static List<Criterion> criteria() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(AccessibilityDocument.class.getResourceAsStream("wcag.csv")), UTF_8))) {
            return lines.lines().skip(1).map(AccessibilityDocument::criterion).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Criterion criterion(String line) {
        var cells = line.split(";", COLUMNS);
        var checks = Arrays.stream(cells[3].split(","))
                .filter(name -> !name.isEmpty())
                .map(PageCheck::valueOf)
                .toList();
        return new Criterion(cells[0], cells[1], cells[2], checks, cells[4]);
    }
}
