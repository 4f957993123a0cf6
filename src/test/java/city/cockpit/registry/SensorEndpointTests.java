package city.cockpit.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.measurement.SensorId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** A program registers sensors. */
class SensorEndpointTests {

    private static final String GAUGE = """
            {"id": "pegel-fulda", "title": "Pegel",
             "site": {"key": "wehr", "title": "Am Wehr", "latitude": 50.868, "longitude": 9.707},
             "orientation": 90,
             "series": [{"property": "water_level", "intervalSeconds": 300}]}""";

    private final InMemorySensors sensors = new InMemorySensors();
    private final MockMvc web = MockMvcBuilders.standaloneSetup(new SensorEndpoint(sensors, new InMemorySensorFiles()))
            .build();

    @Test
    void aSensorThatIsDescribedRightIsRegistered() throws Exception {
        assertThat(post("/api/v1/sensors", GAUGE).getStatus()).isEqualTo(201);
        assertThat(sensors.find(new SensorId("pegel-fulda"))).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"title\"           | \"titel\"            | There is no field 'titel'",
                "\"latitude\"        | \"lattitude\"        | There is no field 'site.lattitude'",
                "\"intervalSeconds\" | \"interval_seconds\" | 'series[0].intervalSeconds' is missing or not of the form",
                "90                  | \"east\"             | 'orientation' is missing or not of the form",
                "\"title\": \"Pegel\"| \"id\": \"pegel-2\"  | not of the form",
                "300}]}              | 300}]} {}            | not of the form",
                "300}]}              | 300, \"marcs\": [1]}]} | There is no field 'series[0].marcs'",
                "300}]}              | 300                  | not of the form"
            })
    void aSlipOfThePenCostsNoValueInSilence(String right, String wrong, String told) throws Exception {
        var answer = post("/api/v1/sensors", GAUGE.replaceFirst(Pattern.quote(right), wrong));
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        assertThat(answer.getContentAsString(UTF_8)).contains(told);
        assertThat(sensors.listSensors()).isEmpty();
    }

    @Test
    void nothingIsNoSensor() throws Exception {
        assertThat(post("/api/v1/sensors", "").getStatus()).isEqualTo(400);
        assertThat(post("/api/v1/sensors", "null").getStatus()).isEqualTo(400);
        assertThat(post("/api/v1/sensors", " ".repeat(1 << 21)).getStatus()).isEqualTo(400);
    }

    @Test
    void whatIsReadIsWhatMayBeSent() throws Exception {
        post("/api/v1/sensors", GAUGE);
        var read = web.perform(MockMvcRequestBuilders.get("/api/v1/sensors/pegel-fulda"))
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
        assertThat(post("/api/v1/sensors/pegel-fulda", read.replace("\"Pegel\"", "\"Pegel am Wehr\""))
                        .getStatus())
                .isEqualTo(200);
        assertThat(sensors.find(new SensorId("pegel-fulda")).orElseThrow().title())
                .isEqualTo("Pegel am Wehr");
    }

    @Test
    void aPhaseIsChangedByItsName() throws Exception {
        post("/api/v1/sensors", GAUGE);
        assertThat(post("/api/v1/sensors/pegel-fulda/phase", "{\"phase\": \"MAINTENANCE\"}")
                        .getStatus())
                .isEqualTo(200);
        assertThat(post("/api/v1/sensors/pegel-fulda/phase", "{\"phase\": \"ACTIVE\", \"state\": 1}")
                        .getContentAsString())
                .contains("There is no field 'state'");
    }

    @Test
    void theTerminalReadsOneRowAsOneRow() throws Exception {
        var header = "site,site_name,latitude,longitude,sensor,property,interval_seconds\n";
        var row = "wehr,Am Wehr,50.868,9.707,pegel-fulda,water_level,300\n";
        assertThat(table(header + row))
                .contains("1 row: 1 sensor registered, 0 changed, 0 unchanged; 1 site added or changed.");
        assertThat(table(header + row.replace("50.868", "north")))
                .contains("1 row has problems; nothing was taken over.");
    }

    private String table(String csv) throws Exception {
        return web.perform(MockMvcRequestBuilders.post("/api/v1/sensors.csv")
                        .principal(new TestingAuthenticationToken("program", ""))
                        .accept(MediaType.TEXT_PLAIN)
                        .contentType("text/csv")
                        .content(csv))
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
    }

    private MockHttpServletResponse post(String path, String body) throws Exception {
        return web.perform(MockMvcRequestBuilders.post(path)
                        .principal(new TestingAuthenticationToken("program", ""))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse();
    }
}
