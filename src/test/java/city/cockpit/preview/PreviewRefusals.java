package city.cockpit.preview;

import city.cockpit.ingest.RejectReason;
import city.cockpit.ingest.RejectedMessage;
import city.cockpit.ingest.RejectedMessages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessResourceFailureException;

/** Refused messages that a test or a person sets by hand. */
public final class PreviewRefusals implements RejectedMessages {

    private final List<RejectedMessage> messages = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean away;

    public void add(RejectedMessage message) {
        messages.addFirst(message);
    }

    public void clear() {
        messages.clear();
        away = false;
    }

    /** From now on the database does not answer. */
    public void goAway() {
        away = true;
    }

    @Override
    public List<RejectedMessage> newest(int limit) {
        if (away) throw new DataAccessResourceFailureException("the database is away");
        return messages.stream().limit(limit).toList();
    }

    @Override
    public Map<RejectReason, Long> countByReason() {
        return messages.stream().collect(Collectors.groupingBy(RejectedMessage::reason, Collectors.counting()));
    }
}
