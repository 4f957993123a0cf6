package city.cockpit.strategy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.cockpit.audit.InMemoryAudit;
import city.cockpit.strategy.CsvOutcome.Fault;
import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.plan.ItemId;
import city.cockpit.strategy.plan.Problem;
import city.cockpit.strategy.plan.Strategy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StrategyCsvTests {

    private final Instant now = Instant.parse("2026-11-22T11:00:00Z");
    private final InMemoryStrategies strategies = new InMemoryStrategies(new InMemoryAudit(() -> now), () -> now);
    private final Strategy example = Examples.strategy(LocalDate.of(2026, 11, 22));
    private final StrategyCsv csv = new StrategyCsv(strategies.desk(), strategies.versions());

    private String table(CsvPart part) throws IOException {
        var out = new ByteArrayOutputStream();
        csv.write(part, out);
        return out.toString(UTF_8);
    }

    private CsvOutcome read(CsvPart part, String text) {
        return csv.read(part, text, strategies.desk().newest().number(), "anna");
    }

    private Strategy newest() {
        return strategies.desk().newest().strategy();
    }

    private Indicator indicator(String id) {
        return (Indicator) newest().findItem(new ItemId(id)).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsExportedAndImportedAgainChangesNothing(CsvPart part) throws IOException {
        strategies.publish(example);
        assertThat(table(part).lines()).hasSizeGreaterThan(5);
        assertThat(read(part, table(part)))
                .isInstanceOfSatisfying(
                        CsvOutcome.Read.class,
                        read -> assertThat(read.outcome())
                                .isEqualTo(
                                        new SaveOutcome.Saved(strategies.desk().newest())));
        assertThat(newest()).isEqualTo(example);
        assertThat(strategies.listVersions()).hasSize(1);
    }

    @Test
    void aTableFromAGermanSpreadsheetIsUnderstood() {
        strategies.publish(example);
        var outcome = read(CsvPart.INDICATORS, """
                        id;baseline.value;baseline.date;target.value;target.date
                        pm25;1.212,5;31.12.2024;9,5;1.3.2030
                        """);
        assertThat(outcome).isInstanceOf(CsvOutcome.Read.class);
        assertThat(indicator("pm25").baseline()).contains(new Indicator.Baseline(1212.5, LocalDate.of(2024, 12, 31)));
        assertThat(indicator("pm25").target().orElseThrow().value()).isEqualTo(9.5);
        assertThat(indicator("pm25").target().orElseThrow().date()).isEqualTo("2030-03-01");
        assertThat(indicator("pm25").definition()).isNotBlank();
    }

    @Test
    void newGoalsMayComeFromATable() {
        var outcome = read(
                CsvPart.GOALS,
                "id,title,visibility,field\nsparen,Energie sparen,PUBLIC,energie\nlicht,Weniger Licht,PUBLIC,energie\n");
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        CsvOutcome.Read.class, read -> assertThat(read.rows()).isEqualTo(2));
        assertThat(newest().goals()).hasSize(2);
    }

    @Test
    void whatCannotBeReadIsToldByLineAndColumnAndNothingChanges() {
        strategies.publish(example);
        assertThat(read(CsvPart.INDICATORS, "id,decimals,direction\npm25,zwei,LOWER\npm25,1,SIDEWAYS\n,1,LOWER\n"))
                .isInstanceOfSatisfying(
                        CsvOutcome.Unreadable.class,
                        unreadable -> assertThat(unreadable.faults())
                                .containsExactly(
                                        new Fault(Fault.Kind.NO_NUMBER, 2, "decimals", "zwei"),
                                        new Fault(
                                                Fault.Kind.NO_CHOICE,
                                                3,
                                                "direction",
                                                "SIDEWAYS",
                                                "LOWER, HIGHER, RANGE"),
                                        new Fault(Fault.Kind.ID_MISSING, 4, "id", "")));
        assertThat(newest()).isEqualTo(example);
    }

    @Test
    void aTableThatIsNoneOrOfSomethingElseIsRefused() {
        assertThat(read(CsvPart.GOALS, "")).isInstanceOf(CsvOutcome.Unreadable.class);
        assertThat(read(CsvPart.GOALS, "Einkauf\nMilch\n")).isInstanceOf(CsvOutcome.Unreadable.class);
        assertThat(read(CsvPart.GOALS, "id,preis\na,3\n"))
                .isEqualTo(
                        new CsvOutcome.Unreadable(List.of(new Fault(Fault.Kind.UNKNOWN_COLUMN, 1, "preis", "preis"))));
        assertThat(read(CsvPart.MILESTONES, "id,title,weight\ngibt-es-nicht,Schritt,1\n"))
                .isInstanceOfSatisfying(
                        CsvOutcome.Unreadable.class,
                        unreadable -> assertThat(unreadable.faults())
                                .extracting(Fault::kind)
                                .containsExactly(Fault.Kind.UNKNOWN_PARENT));
    }

    @Test
    void aDayThatIsNoneIsTold() {
        strategies.publish(example);
        assertThat(read(CsvPart.INDICATORS, "id,target.date\npm25,morgen\n"))
                .isEqualTo(
                        new CsvOutcome.Unreadable(List.of(new Fault(Fault.Kind.NO_DAY, 2, "target.date", "morgen"))));
    }

    @Test
    void aNewRowWithoutWhatItNeedsIsRefused() {
        assertThat(read(CsvPart.GOALS, "id,title\nsparen,Sparen\n"))
                .isInstanceOfSatisfying(
                        CsvOutcome.Unreadable.class,
                        unreadable -> assertThat(unreadable.faults())
                                .extracting(Fault::column)
                                .containsExactly("visibility"));
    }

    @Test
    void whatIsWrongInItselfIsRefusedAsInTheForms() {
        strategies.publish(example);
        assertThat(read(CsvPart.INDICATORS, "id,target.date\npm25,2020-01-01\n"))
                .isInstanceOfSatisfying(
                        CsvOutcome.Read.class,
                        read -> assertThat(read.outcome())
                                .isInstanceOfSatisfying(
                                        SaveOutcome.Refused.class,
                                        refused -> assertThat(refused.problems())
                                                .extracting(Problem::kind)
                                                .contains(Problem.Kind.TARGET_BEFORE_BASELINE)));
        assertThat(newest()).isEqualTo(example);
    }

    @Test
    void aTrialTellsWhatWouldChangeAndChangesNothing() {
        strategies.publish(example);
        assertThat(csv.tryOut(
                        CsvPart.FIELDS, "id;title;lead;visibility\nmobilitaet;Unterwegs;;PUBLIC\nneu;Neu;;COUNCIL\n"))
                .isInstanceOfSatisfying(CsvTrial.Tried.class, found -> {
                    assertThat(found.rows()).isEqualTo(2);
                    assertThat(found.problems()).isEmpty();
                    assertThat(found.changes())
                            .extracting(ItemChange::title, ItemChange::kind)
                            .containsExactly(
                                    tuple("Unterwegs", ItemChange.Kind.CHANGED), tuple("Neu", ItemChange.Kind.ADDED));
                });
        assertThat(newest()).isEqualTo(example);
    }

    @Test
    void aTrialTellsWhatIsWrongAsTheFormsDo() {
        strategies.publish(example);
        assertThat(csv.tryOut(CsvPart.MILESTONES, "id,title,weight\nparkleitsystem,Schilder,0\n"))
                .isInstanceOfSatisfying(
                        CsvTrial.Tried.class,
                        found -> assertThat(found.problems())
                                .extracting(Problem::kind)
                                .containsExactly(Problem.Kind.WEIGHT_NOT_POSITIVE));
        assertThat(csv.tryOut(CsvPart.MILESTONES, "id,title,weight\nparkleitsystem,Schilder,viel\n"))
                .isEqualTo(new CsvTrial.Unreadable(List.of(new Fault(Fault.Kind.NO_NUMBER, 2, "weight", "viel"))));
    }

    @Test
    void aFileOfAnOldSpreadsheetKeepsItsUmlauts() {
        var text = "id;title\nmobilitaet;Straßen für alle\n";
        assertThat(SpreadsheetText.of(text.getBytes(UTF_8))).isEqualTo(text);
        assertThat(SpreadsheetText.of(text.getBytes(Charset.forName("windows-1252"))))
                .isEqualTo(text);
    }

    @Test
    void nothingThatPeopleTypedBecomesAFormula() throws IOException {
        read(CsvPart.FIELDS, "id,title,lead,visibility\nenergie,'=1+1,@anna,PUBLIC\n");
        assertThat(newest().fields()).extracting(field -> field.title()).contains("=1+1");
        assertThat(table(CsvPart.FIELDS)).contains("energie,'=1+1,'@anna,PUBLIC");
    }
}
