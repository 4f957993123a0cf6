package city.cockpit.registry;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.measurement.SourceClass;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever writes a program reads the description; here it is held against the code. */
class OpenApiTests {

    private static final Map<String, Class<? extends Record>> SCHEMAS = Map.of(
            "Sensor", SensorJson.class,
            "Site", SensorJson.SiteJson.class,
            "Device", SensorJson.DeviceJson.class,
            "PrivacyCheck", SensorJson.PrivacyJson.class,
            "Series", SensorJson.SeriesJson.class,
            "Feed", SensorJson.FeedJson.class,
            "PhaseChange", SensorEndpoint.PhaseJson.class,
            "Page", SensorEndpoint.Page.class,
            "Import", SensorEndpoint.ImportJson.class,
            "Row", SensorEndpoint.ProblemJson.class);

    private final JsonNode description = description();

    private static JsonNode description() {
        try (var file = OpenApiEndpoint.DESCRIPTION.getInputStream()) {
            return JsonMapper.builder().build().readTree(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyRequestIsDescribedAndNoOther() {
        var described = description.get("paths").properties().stream()
                .flatMap(path -> path.getValue().propertyNames().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
        var offered = Stream.of(SensorEndpoint.class, OpenApiEndpoint.class)
                .flatMap(OpenApiTests::requests)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described).isEqualTo(offered);
    }

    private static Stream<String> requests(Class<?> endpoint) {
        var base = AnnotatedElementUtils.findMergedAnnotation(endpoint, RequestMapping.class);
        var begin = base == null ? "" : base.path()[0];
        return Arrays.stream(endpoint.getDeclaredMethods())
                .map(method -> AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class))
                .filter(mapping -> mapping != null)
                .map(mapping -> mapping.method()[0] + " " + begin + mapping.path()[0]);
    }

    @Test
    void everyFieldIsDescribedAndNoOther() {
        SCHEMAS.forEach((name, type) -> assertThat(
                        Set.copyOf(schema(name).get("properties").propertyNames()))
                .as(name)
                .isEqualTo(Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet())));
    }

    @Test
    void everyChoiceIsDescribedAndNoOther() {
        assertThat(choices(schema("Phase"))).containsExactly(names(Phase.values()));
        assertThat(choices(schema("Sensor").get("properties").get("visibility")))
                .containsExactly(names(Visibility.values()));
        assertThat(choices(schema("Sensor").get("properties").get("sourceClass")))
                .containsExactly(names(SourceClass.values()));
    }

    private JsonNode schema(String name) {
        return description.get("components").get("schemas").get(name);
    }

    private static List<String> choices(JsonNode schema) {
        return schema.get("enum")
                .valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
    }

    private static String[] names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }
}
