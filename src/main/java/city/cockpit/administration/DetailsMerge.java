package city.cockpit.administration;

import city.cockpit.access.People.Details;
import city.cockpit.access.Role;
import java.util.EnumSet;
import java.util.Set;

/**
 * Two administrators changed the same person, both beginning with {@code base}. Nothing of either is lost: roles given and
 * taken away by both count, and where both wrote into the same field, the one who is asked now reads the own text.
 *
 * @param theirs the parts that the other one changed
 * @param both the parts in which both wrote something different
 * @param merged what is to stand in the fields
 */
record DetailsMerge(Set<Part> theirs, Set<Part> both, Details merged) {

    enum Part {
        FULL_NAME,
        EMAIL,
        ROLES;

        private Object of(Details details) {
            return switch (this) {
                case FULL_NAME -> details.fullName();
                case EMAIL -> details.email();
                case ROLES -> details.roles();
            };
        }

        private boolean differs(Details one, Details other) {
            return !of(one).equals(of(other));
        }
    }

    static DetailsMerge of(Details base, Details mine, Details theirs) {
        var changedThere = EnumSet.noneOf(Part.class);
        var both = EnumSet.noneOf(Part.class);
        for (var part : Part.values()) {
            if (part.differs(base, theirs)) changedThere.add(part);
            if (part != Part.ROLES
                    && part.differs(base, theirs)
                    && part.differs(base, mine)
                    && part.differs(mine, theirs)) both.add(part);
        }
        return new DetailsMerge(
                changedThere,
                both,
                new Details(
                        Part.FULL_NAME.differs(base, mine) ? mine.fullName() : theirs.fullName(),
                        Part.EMAIL.differs(base, mine) ? mine.email() : theirs.email(),
                        roles(base.roles(), mine.roles(), theirs.roles())));
    }

    private static Set<Role> roles(Set<Role> base, Set<Role> mine, Set<Role> theirs) {
        var merged = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            var changedHere = base.contains(role) != mine.contains(role);
            if ((changedHere ? mine : theirs).contains(role)) merged.add(role);
        }
        return merged;
    }
}
