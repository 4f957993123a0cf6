package city.cockpit.live;

import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.Optional;

/** The picture of the city at moments that are past, for those who run it. Every method blocks. Any thread. */
public interface PastCity {

    String ADMINISTRATOR = "ADMINISTRATOR";
    String STAFF = "STAFF";
    String TECHNICIAN = "TECHNICIAN";
    String STRATEGY_EDITOR = "STRATEGY_EDITOR";

    /**
     * A day by the town's clock, read once for all who look at it.
     *
     * @throws org.springframework.dao.DataAccessException the database did not answer
     */
    @RolesAllowed({ADMINISTRATOR, STAFF, TECHNICIAN, STRATEGY_EDITOR})
    PastDay day(LocalDate day);

    /**
     * The first day of which there are readings; empty if there are none.
     *
     * @throws org.springframework.dao.DataAccessException the database did not answer
     */
    @RolesAllowed({ADMINISTRATOR, STAFF, TECHNICIAN, STRATEGY_EDITOR})
    Optional<LocalDate> firstDay();
}
