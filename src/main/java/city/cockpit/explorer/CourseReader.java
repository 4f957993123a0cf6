package city.cockpit.explorer;

import city.cockpit.history.Doubt;
import city.cockpit.history.ReadingStore;
import city.cockpit.history.Step;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.Interval;
import city.cockpit.uikit.Course;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads from history what a chart shows. Blocks. */
@Component
class CourseReader {

    private final ReadingStore history;
    private final InstantSource clock;

    CourseReader(ReadingStore history, InstantSource clock) {
        this.history = history;
        this.clock = clock;
    }

    /**
     * The course of the states' series until now.
     *
     * @param states at least one, all of one property
     * @throws org.springframework.dao.DataAccessException the database did not answer
     */
    Found read(Choice choice, List<SeriesState> states) {
        var span = Interval.last(choice.range().length(), clock);
        var series = states.stream().map(SeriesState::series).toList();
        var steps = history.course(series, span, choice.range().step());
        var doubts = history.doubts(series, span, choice.range().step());
        var lines = states.stream()
                .map(state -> line(
                        state,
                        steps.getOrDefault(state.series().id(), List.of()),
                        doubts.getOrDefault(state.series().id(), List.of())))
                .toList();
        return new Found(
                choice,
                new Course(series.getFirst().property(), span, choice.range().step(), lines));
    }

    private static Course.Line line(SeriesState state, List<Step> steps, List<Doubt> doubts) {
        return new Course.Line(
                state.series().place(),
                state.series().interval(),
                steps.stream().map(CourseReader::point).toList(),
                doubts.stream().map(CourseReader::doubt).toList(),
                state.newest());
    }

    private static Course.Point point(Step step) {
        return new Course.Point(step.start(), step.mean(), step.lowest(), step.highest());
    }

    private static Course.Doubt doubt(Doubt doubt) {
        return new Course.Doubt(doubt.start(), doubt.lowest(), doubt.highest(), doubt.readings());
    }

    /** The answer to a choice. */
    record Found(Choice choice, Course course) {}
}
