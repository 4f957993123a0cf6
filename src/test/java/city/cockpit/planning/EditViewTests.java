package city.cockpit.planning;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.preview.ScreenTest;
import city.cockpit.strategy.Edit;
import city.cockpit.strategy.Examples;
import city.cockpit.strategy.InMemoryStrategies;
import city.cockpit.strategy.plan.FieldOfAction;
import city.cockpit.strategy.plan.ItemId;
import city.cockpit.strategy.plan.Visibility;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "eva", roles = "STRATEGY_EDITOR")
class EditViewTests extends ScreenTest {

    @Autowired
    private InMemoryStrategies strategies;

    @BeforeEach
    void theExample() {
        strategies.clear();
        strategies.publish(Examples.strategy(LocalDate.now(ZoneId.of("Europe/Berlin"))));
    }

    @AfterEach
    void nothing() {
        strategies.clear();
    }

    private void save() {
        test(find(Button.class).withText("Speichern").single()).click();
    }

    private TextField field(String label) {
        return find(TextField.class)
                .withPropertyValue(TextField::getLabel, label)
                .single();
    }

    @Test
    void aFormThatIsSavedUnchangedChangesNothing() {
        var before = strategies.desk().newest();
        for (var way : new String[] {
            "field/mobilitaet",
            "goal/weniger-suchen",
            "measure/parkleitsystem",
            "measure/bedarfslicht",
            "indicator/pm25"
        }) {
            open("strategy/edit/" + way);
            save();
            assertThat(strategies.desk().newest()).as(way).isEqualTo(before);
        }
    }

    @Test
    void aNewTitleMakesADraft() {
        open("strategy/edit/field/mobilitaet");
        test(field("Titel")).setValue("Unterwegs");
        save();
        assertThat(strategies.desk().newest().strategy().findItem(new ItemId("mobilitaet")))
                .map(item -> item.title())
                .contains("Unterwegs");
    }

    @Test
    void whoWasOvertakenLosesNothing() {
        open("strategy/edit/field/mobilitaet");
        test(field("Titel")).setValue("Unterwegs");
        var desk = strategies.desk();
        desk.save(
                desk.newest().number(),
                new Edit.Put(new FieldOfAction(new ItemId("mobilitaet"), "Verkehr", "", Visibility.PUBLIC)),
                "otto");
        save();
        assertThat(page()).contains("Inzwischen hat otto dasselbe geändert");
        assertThat(field("Titel").getValue()).isEqualTo("Unterwegs");
        save();
        assertThat(desk.newest().strategy().findItem(new ItemId("mobilitaet")))
                .map(item -> item.title())
                .contains("Unterwegs");
    }
}
