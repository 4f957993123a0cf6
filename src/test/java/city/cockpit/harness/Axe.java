package city.cockpit.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The rules of axe on a page as it stands. The library's own way brings the rules into the page anew each time and carries
 * everything home that is well; here they stay and tell what is wrong. What stands in frames has addresses of its own and is
 * tried there.
 */
public final class Axe {

    private static final String RULES = rules();

    private static final String ASK = """
            async asked => {
              const rules = asked.rules.length ? { runOnly: { type: 'rule', values: asked.rules } } : {};
              const found = await axe.run(document, { ...rules, resultTypes: ['violations'], iframes: false });
              return found.violations
                .filter(fault => asked.all || ['serious', 'critical'].includes(fault.impact))
                .flatMap(fault => fault.nodes.map(node => `${fault.id}: ${node.failureSummary} in ${node.html}`));
            }""";

    private Axe() {}

    /** What is serious or critical by any of its usual rules, each as a sentence with its place. */
    public static List<String> grave(Page page) {
        return ask(page, List.of(), false);
    }

    /** What these rules find, however grave and usual. */
    public static List<String> faults(Page page, String... rules) {
        return ask(page, List.of(rules), true);
    }

    @SuppressWarnings("unchecked")
    private static List<String> ask(Page page, List<String> rules, boolean all) {
        if (!(boolean) page.evaluate("typeof axe === 'object'")) page.evaluate(RULES);
        return (List<String>) page.evaluate(ASK, Map.of("rules", rules, "all", all));
    }

    private static String rules() {
        try (var file = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(file.readAllBytes(), UTF_8) + ";undefined";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
