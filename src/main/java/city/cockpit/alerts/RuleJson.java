package city.cockpit.alerts;

import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rules as the database keeps them: the texts of {@link RuleText} as JSON. */
@Component
class RuleJson {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JsonMapper json;

    RuleJson(JsonMapper json) {
        this.json = json;
    }

    String write(Rule rule) {
        return json.writeValueAsString(RuleText.of(rule));
    }

    Rule read(String text, int version) {
        return RuleText.rule(json.readValue(text, TEXTS), version);
    }
}
