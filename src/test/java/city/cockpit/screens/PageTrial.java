package city.cockpit.screens;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.cockpit.harness.Axe;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Contrast;
import com.microsoft.playwright.options.ForcedColors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tries one page that stands, in every state once, without loading it again. */
final class PageTrial {

    private static final String SCRIPT = script();

    /** Longer than any public page has stops. */
    private static final int MOST_STOPS = 400;

    private static final Set<String> NAMED = Set.of(
            "button",
            "link",
            "textbox",
            "searchbox",
            "combobox",
            "checkbox",
            "radio",
            "switch",
            "slider",
            "spinbutton",
            "tab",
            "image",
            "img",
            "Iframe",
            "Video");

    private final Page page;
    private final Map<PageCheck, List<String>> faults = new EnumMap<>(PageCheck.class);

    private PageTrial(Page page) {
        this.page = page;
    }

    /** What is wrong by each check; nothing, if all is well. The page comes and goes as the computer of a reader shows it at 1280 px. */
    static Map<PageCheck, List<String>> of(Page page) {
        var trial = new PageTrial(page);
        page.evaluate(SCRIPT);
        trial.asTheTreeTellsIt();
        trial.inAllColours();
        trial.withTheKeyboard(PageCheck.KEYBOARD);
        trial.spaced();
        trial.zoomed();
        trial.note(PageCheck.MOTION, trial.ask("moving"));
        return trial.faults;
    }

    private void note(PageCheck check, List<String> found) {
        faults.computeIfAbsent(check, key -> new ArrayList<>()).addAll(found);
    }

    @SuppressWarnings("unchecked")
    private List<String> ask(String question) {
        return (List<String>) page.evaluate("trial." + question + "()");
    }

    private void inAllColours() {
        note(PageCheck.RULES, Axe.grave(page));
        note(PageCheck.RULES, Axe.faults(page, "target-size"));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        note(PageCheck.DARK, contrast());
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT).setContrast(Contrast.MORE));
        note(PageCheck.CONTRAST, contrast());
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setContrast(Contrast.NO_PREFERENCE)
                .setForcedColors(ForcedColors.ACTIVE));
        note(PageCheck.FORCED, contrast());
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE));
    }

    private List<String> contrast() {
        return Axe.faults(page, "color-contrast");
    }

    private void withTheKeyboard(PageCheck check) {
        page.evaluate("trial.begin()");
        for (var i = 0; i < MOST_STOPS; i++) {
            page.keyboard().press("Tab");
            @SuppressWarnings("unchecked")
            var stop = (Map<String, Object>) page.evaluate("trial.stop()");
            @SuppressWarnings("unchecked")
            var found = (List<String>) Objects.requireNonNull(stop.get("faults"));
            note(check, found);
            if (Boolean.TRUE.equals(stop.get("over"))) {
                note(check, ask("missed"));
                return;
            }
        }
        note(check, List.of("the way of the keyboard does not end"));
    }

    private void spaced() {
        var before = ask("cut");
        page.evaluate("trial.spacing(true)");
        note(PageCheck.SPACING, ask("tooWide"));
        note(
                PageCheck.SPACING,
                ask("cut").stream().filter(cut -> !before.contains(cut)).toList());
        page.evaluate("trial.spacing(false)");
    }

    private void zoomed() {
        page.setViewportSize(320, 256);
        note(PageCheck.ZOOM, ask("tooWide"));
        note(PageCheck.ZOOM, ask("bars"));
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        withTheKeyboard(PageCheck.ZOOM);
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE));
        page.setViewportSize(1280, 1024);
    }

    private void asTheTreeTellsIt() {
        var nodes = tree();
        var levels = nodes.stream()
                .filter(node -> role(node).equals("heading"))
                .map(node -> property(node, "level").orElseThrow().getAsInt())
                .toList();
        if (levels.stream().filter(level -> level == 1).count() != 1)
            note(PageCheck.TREE, List.of("main headings: " + levels));
        for (var i = 1; i < levels.size(); i++)
            if (levels.get(i) > levels.get(i - 1) + 1) note(PageCheck.TREE, List.of("a level is skipped: " + levels));
        var mains = nodes.stream().filter(node -> role(node).equals("main")).count();
        if (mains != 1) note(PageCheck.TREE, List.of("main parts: " + mains));
        note(
                PageCheck.TREE,
                nodes.stream()
                        .filter(node ->
                                NAMED.contains(role(node)) && text(node, "name").isBlank())
                        .map(node -> "without a name: " + role(node) + " " + node.get("properties"))
                        .toList());
        note(
                PageCheck.TREE,
                nodes.stream()
                        .filter(node -> !role(node).equals("alert")
                                && property(node, "live")
                                        .filter(live -> live.getAsString().equals("assertive"))
                                        .isPresent()
                                && node.has("childIds")
                                && property(node, "root").isEmpty())
                        .map(node -> "breaks in: " + role(node) + " " + text(node, "name"))
                        .toList());
    }

    /** What is not left out for assistive technology. */
    private List<JsonObject> tree() {
        CDPSession session = page.context().newCDPSession(page);
        var answer = session.send("Accessibility.getFullAXTree");
        session.detach();
        return answer.getAsJsonArray("nodes").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(node -> !node.get("ignored").getAsBoolean())
                .toList();
    }

    private static String role(JsonObject node) {
        return text(node, "role");
    }

    private static String text(JsonObject node, String key) {
        return node.has(key) && node.getAsJsonObject(key).has("value")
                ? node.getAsJsonObject(key).get("value").getAsString()
                : "";
    }

    private static Optional<JsonElement> property(JsonObject node, String name) {
        return !node.has("properties")
                ? Optional.empty()
                : node.getAsJsonArray("properties").asList().stream()
                        .map(JsonElement::getAsJsonObject)
                        .filter(property -> property.get("name").getAsString().equals(name))
                        .flatMap(property -> Stream.ofNullable(
                                property.getAsJsonObject("value").get("value")))
                        .findFirst();
    }

    private static String script() {
        try (var file = Objects.requireNonNull(PageTrial.class.getResourceAsStream("page-trial.js"))) {
            return new String(file.readAllBytes(), UTF_8) + ";undefined";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
