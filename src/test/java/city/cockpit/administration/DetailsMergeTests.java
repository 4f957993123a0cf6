package city.cockpit.administration;

import static city.cockpit.access.Role.ADMINISTRATOR;
import static city.cockpit.access.Role.STAFF;
import static city.cockpit.access.Role.TECHNICIAN;
import static city.cockpit.administration.DetailsMerge.Part.EMAIL;
import static city.cockpit.administration.DetailsMerge.Part.FULL_NAME;
import static city.cockpit.administration.DetailsMerge.Part.ROLES;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.access.People.Details;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DetailsMergeTests {

    private static final Details BASE = new Details("Anna", "", Set.of(STAFF));

    @Test
    void whatOnlyOneOfThemChangedIsKeptOfBoth() {
        var merge = DetailsMerge.of(
                BASE,
                new Details("Anna Karst", "", Set.of(STAFF)),
                new Details("Anna", "anna@stadt.de", Set.of(STAFF)));
        assertThat(merge.merged()).isEqualTo(new Details("Anna Karst", "anna@stadt.de", Set.of(STAFF)));
        assertThat(merge.theirs()).containsExactly(EMAIL);
        assertThat(merge.both()).isEmpty();
    }

    @Test
    void whereBothWroteTheOneWhoIsAskedReadsTheOwnText() {
        var merge = DetailsMerge.of(
                BASE, new Details("Anna K.", "", Set.of(STAFF)), new Details("Anna Karst", "", Set.of(STAFF)));
        assertThat(merge.merged().fullName()).isEqualTo("Anna K.");
        assertThat(merge.both()).containsExactly(FULL_NAME);
    }

    @Test
    void whereBothWroteTheSameNobodyHasToDecide() {
        var same = new Details("Anna Karst", "", Set.of(STAFF));
        assertThat(DetailsMerge.of(BASE, same, same).both()).isEmpty();
    }

    @Test
    void aRoleThatOneGaveAndARoleThatTheOtherTookAwayBothCount() {
        var merge = DetailsMerge.of(
                BASE,
                new Details("Anna", "", Set.of(STAFF, TECHNICIAN)),
                new Details("Anna", "", Set.of(ADMINISTRATOR)));
        assertThat(merge.merged().roles()).containsExactlyInAnyOrder(TECHNICIAN, ADMINISTRATOR);
        assertThat(merge.theirs()).containsExactly(ROLES);
        assertThat(merge.both()).isEmpty();
    }
}
