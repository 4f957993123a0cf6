package city.cockpit.preview;

import city.cockpit.alerts.AlertRules;
import city.cockpit.alerts.Recipient;
import city.cockpit.alerts.Recipients;
import city.cockpit.alerts.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules and recipients in memory; whoever is called "nowhere" cannot be reached. */
public final class PreviewAlerts implements AlertRules, Recipients {

    private final Map<String, Kept> rules = new LinkedHashMap<>();
    private final Map<String, Recipient> recipients = new LinkedHashMap<>();

    public void clear() {
        rules.clear();
        recipients.clear();
    }

    public void add(Rule rule) {
        rules.put(rule.key(), new Kept(rule, Optional.empty()));
    }

    @Override
    public List<Kept> listRules() {
        return List.copyOf(rules.values());
    }

    @Override
    public boolean turn(String key, int seen, boolean on, String by) {
        return rules.computeIfPresent(
                        key,
                        (same, kept) -> new Kept(
                                kept.rule().switched(on).withVersion(kept.rule().version() + 1), Optional.of(by)))
                != null;
    }

    @Override
    public List<Standing> listRecipients() {
        return recipients.values().stream()
                .map(one -> new Standing(one, 0, Optional.empty(), Optional.empty()))
                .toList();
    }

    @Override
    public boolean save(Recipient recipient, String by) {
        if (recipient.version() == 0 && recipients.containsKey(recipient.name())) return false;
        recipients.put(
                recipient.name(),
                new Recipient(
                        recipient.name(),
                        recipient.channel(),
                        recipient.address(),
                        recipient.least(),
                        recipient.isDigest(),
                        recipient.isOn(),
                        recipient.version() + 1));
        return true;
    }

    @Override
    public boolean remove(String name, String by) {
        return recipients.remove(name) != null;
    }

    @Override
    public Optional<String> test(Recipient recipient) {
        return recipient.name().equals("nowhere") ? Optional.of("not reached") : Optional.empty();
    }
}
