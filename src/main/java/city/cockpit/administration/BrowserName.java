package city.cockpit.administration;

import city.cockpit.uikit.Wording;
import java.util.List;
import java.util.Map;

/** What people call the browser that introduces itself with many words. It may say what it likes, so this is a hint only. */
final class BrowserName {

    /** The first that fits: most browsers name others as well. */
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("Edg", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("SamsungBrowser", "Samsung Internet"),
            Map.entry("Firefox/", "Firefox"),
            Map.entry("FxiOS", "Firefox"),
            Map.entry("CriOS", "Chrome"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("Safari/", "Safari"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("Android", "Android"),
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Windows", "Windows"),
            Map.entry("Mac OS X", "macOS"),
            Map.entry("CrOS", "ChromeOS"),
            Map.entry("Linux", "Linux"));

    private BrowserName() {}

    static String of(String introduction, Wording words) {
        var browser = first(BROWSERS, introduction);
        if (browser.isEmpty()) return words.text("browser.unknown");
        var system = first(SYSTEMS, introduction);
        return system.isEmpty() ? browser : words.text("browser.on", browser, system);
    }

    private static String first(List<Map.Entry<String, String>> names, String introduction) {
        return names.stream()
                .filter(name -> introduction.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
