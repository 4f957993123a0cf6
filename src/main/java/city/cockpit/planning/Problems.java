package city.cockpit.planning;

import city.cockpit.strategy.CsvOutcome;
import city.cockpit.strategy.plan.ItemId;
import city.cockpit.strategy.plan.Problem;
import city.cockpit.strategy.plan.Strategy;
import city.cockpit.uikit.Wording;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is wrong with a strategy, in words. */
record Problems(Wording words) {

    String sentences(List<Problem> problems) {
        return problems.stream().map(this::sentence).distinct().collect(Collectors.joining(" "));
    }

    String sentence(Problem problem) {
        return words.text(
                problem.kind().text(),
                problem.details().stream().map(this::detail).toArray());
    }

    String sentence(CsvOutcome.Fault fault) {
        return words.text(
                fault.kind().text(), Long.toString(fault.line()), fault.column(), fault.cell(), fault.allowed());
    }

    /** Days are written as people write them. */
    private String detail(String detail) {
        if (detail.length() != 10 || detail.charAt(4) != '-') return detail;
        try {
            return new PlanWords(words).date(LocalDate.parse(detail));
        } catch (DateTimeException e) {
            return detail;
        }
    }

    /** Where that can be mended, if it is in an item that is still there. */
    static Optional<String> address(Strategy strategy, Optional<ItemId> item) {
        return item.flatMap(strategy::findItem).map(PlanPart::address);
    }
}
