package city.cockpit.screens;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenSize;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What it costs to open the public page for the first time on a telephone: 1.6 Mbit/s down and 0.75 Mbit/s up, 150 ms for
 * each way there and back, and a processor four times slower than that of this machine.
 *
 * @param tiles milliseconds until the first number of a tile is seen
 * @param live milliseconds until the live page has taken the place of the first response
 * @param shift how much of the page moved while nobody touched it (cumulative layout shift)
 * @param bytes what came over the line for each address, compressed and with headers, until the page was live
 */
record FirstVisit(int tiles, int live, double shift, Map<String, Integer> bytes) {

    private static final String WATCH = """
            window.visit = {shift: 0};
            new PerformanceObserver(list => list.getEntries().forEach(entry => {
                if (!entry.hadRecentInput) visit.shift += entry.value;
            })).observe({type: 'layout-shift', buffered: true});
            const isSeen = number => number?.getClientRects().length > 0 && number.textContent.trim() !== '';
            const look = () => {
                if (isSeen(document.querySelector('.tile-number'))) visit.tiles ??= performance.now();
                if (isSeen(document.querySelector('#outlet .tile-number'))) visit.live ??= performance.now();
                requestAnimationFrame(look);
            };
            look();
            """;

    static FirstVisit to(URI cockpit, Browser browser) {
        try (var telephone = browser.newContext(new Browser.NewContextOptions()
                .setLocale("de-DE")
                .setViewportSize(360, 740)
                .setScreenSize(new ScreenSize(360, 740))
                .setIsMobile(true)
                .setHasTouch(true))) {
            return measure(cockpit, telephone);
        }
    }

    private static FirstVisit measure(URI cockpit, BrowserContext telephone) {
        var page = telephone.newPage();
        page.addInitScript(WATCH);
        var line = telephone.newCDPSession(page);
        slowDown(line);
        var bytes = count(line);
        page.navigate(cockpit + "/");
        page.waitForFunction("visit.live", null, new Page.WaitForFunctionOptions().setTimeout(60_000));
        return new FirstVisit(
                number(page, "visit.tiles").intValue(),
                number(page, "visit.live").intValue(),
                number(page, "visit.shift").doubleValue(),
                Map.copyOf(bytes));
    }

    private static void slowDown(CDPSession line) {
        line.send("Network.enable");
        var network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", 150);
        network.addProperty("downloadThroughput", 1_600_000 / 8);
        network.addProperty("uploadThroughput", 750_000 / 8);
        line.send("Network.emulateNetworkConditions", network);
        var processor = new JsonObject();
        processor.addProperty("rate", 4);
        line.send("Emulation.setCPUThrottlingRate", processor);
    }

    private static Map<String, Integer> count(CDPSession line) {
        var addresses = new HashMap<String, String>();
        var bytes = new LinkedHashMap<String, Integer>();
        line.on(
                "Network.requestWillBeSent",
                sent -> addresses.put(
                        sent.get("requestId").getAsString(),
                        sent.getAsJsonObject("request").get("url").getAsString()));
        line.on("Network.loadingFinished", loaded -> {
            var address = addresses.getOrDefault(loaded.get("requestId").getAsString(), "?");
            if (!address.startsWith("data:"))
                bytes.merge(
                        address.replaceFirst("^https?://[^/]*", "").replaceFirst("&.*", ""),
                        loaded.get("encodedDataLength").getAsInt(),
                        Integer::sum);
        });
        return bytes;
    }

    private static Number number(Page page, String expression) {
        return (Number) page.evaluate(expression);
    }

    int weight() {
        return bytes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** For people: the figures, and the heaviest parts first. */
    String report() {
        return "first visit on a slow telephone: tiles %d ms, live %d ms, shift %.3f, %d bytes%n"
                        .formatted(tiles, live, shift, weight())
                + bytes.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .map(part -> "%8d %s%n".formatted(part.getValue(), part.getKey()))
                        .collect(Collectors.joining());
    }
}
