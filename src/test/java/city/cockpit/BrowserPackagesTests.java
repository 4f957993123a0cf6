package city.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pages are built twice, with either chart library, each with a list and a lock file of its own. A package that only
 * one of them knows is noticed here and not a quarter of an hour later, when the other build begins.
 */
class BrowserPackagesTests {

    private static final String TOP = "";
    private static final String FREE_CHARTS = "src/charts-free/npm";

    @Test
    void bothBuildsOfThePagesUseTheSamePackagesExceptForTheCharts() {
        assertThat(without("echarts", listed(FREE_CHARTS)))
                .isEqualTo(without("echarts", without("@vaadin/charts", listed(TOP))));
    }

    @ParameterizedTest
    @ValueSource(strings = {TOP, FREE_CHARTS})
    void everyPackageIsLockedInTheVersionThatIsAskedFor(String folder) {
        var locked = read(folder, "package-lock.json").path("packages");
        assertThat(versions(locked.path("").path("dependencies"))).isEqualTo(listed(folder));
        assertThat(listed(folder))
                .allSatisfy((name, version) -> assertThat(locked.path("node_modules/" + name)
                                .path("version")
                                .asString())
                        .as(name)
                        .isEqualTo(version));
    }

    private static Map<String, String> listed(String folder) {
        return versions(read(folder, "package.json").path("dependencies"));
    }

    private static Map<String, String> versions(JsonNode dependencies) {
        var versions = new TreeMap<String, String>();
        dependencies
                .propertyStream()
                .forEach(entry -> versions.put(entry.getKey(), entry.getValue().asString()));
        return versions;
    }

    private static Map<String, String> without(String name, Map<String, String> packages) {
        var others = new TreeMap<>(packages);
        others.remove(name);
        return others;
    }

    private static JsonNode read(String folder, String name) {
        return JsonMapper.shared().readTree(Path.of(folder, name));
    }
}
