package city.cockpit.uikit;

import static java.util.stream.Collectors.joining;

import city.cockpit.measurement.Interval;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

class FreeTimeSeriesChartTests extends TimeSeriesChartContract {

    @Override
    Told told(TimeSeriesChart chart) {
        var course = (JsonNode) chart.component().getElement().getPropertyRaw("course");
        var lines = course.get("lines").valueStream().toList();
        return new Told(
                lines.stream().map(line -> line.get("name").asString()).toList(),
                lines.stream().map(FreeTimeSeriesChartTests::stretches).toList(),
                new Interval(time(course.get("from")), time(course.get("to"))),
                course.get("zone").asString(),
                course.get("axes")
                        .valueStream()
                        .map(axis -> axis.get("unit").asString())
                        .toList(),
                lines.stream().allMatch(line -> line.get("points").asBoolean()),
                course.get("doubts")
                        .valueStream()
                        .map(doubt -> quarter(time(doubt.get(0))))
                        .toList(),
                Stream.ofNullable(course.get("breach"))
                        .flatMap(JsonNode::valueStream)
                        .map(time -> quarter(time(time)))
                        .toList(),
                lines.stream()
                        .flatMap(line -> Stream.of("before", "band").flatMap(name -> Stream.ofNullable(line.get(name))))
                        .map(behind -> behind.get("name").asString())
                        .toList(),
                course.get("axes")
                        .valueStream()
                        .flatMap(axis -> axis.get("limits").valueStream())
                        .map(limit -> limit.get("label").asString() + "="
                                + limit.get("value").asDouble())
                        .toList());
    }

    private static List<String> stretches(JsonNode line) {
        return line.get("stretches")
                .valueStream()
                .map(stretch -> stretch.valueStream()
                        .map(point ->
                                quarter(time(point.get(0))) + "=" + point.get(1).asDouble())
                        .collect(joining(" ")))
                .toList();
    }

    private static Instant time(JsonNode milliseconds) {
        return Instant.ofEpochMilli(milliseconds.asLong());
    }
}
