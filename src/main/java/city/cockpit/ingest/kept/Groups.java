package city.cockpit.ingest.kept;

import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** All groups, for everybody who looks: the database is asked every two seconds at most. */
@Component
class Groups {

    private final Shared<List<RefusalGroup>> all;

    Groups(KeptMessageTable table, InstantSource clock) {
        all = new Shared<>(table::listGroups, clock);
    }

    List<RefusalGroup> list() {
        return all.get();
    }

    void changed() {
        all.renew();
    }
}
