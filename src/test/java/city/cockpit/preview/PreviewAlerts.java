package city.cockpit.preview;

import city.cockpit.alerts.AlertRules;
import city.cockpit.alerts.Recipient;
import city.cockpit.alerts.Recipients;
import city.cockpit.alerts.Rule;
import city.cockpit.alerts.RuleTrials;
import city.cockpit.alerts.Trial;
import city.cockpit.alerts.Untold;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Rules and recipients in memory; whoever is called "nowhere" cannot be reached. */
public final class PreviewAlerts implements AlertRules, Recipients, RuleTrials {

    private final Map<String, Kept> rules = new LinkedHashMap<>();
    private final Map<String, Kept> removed = new LinkedHashMap<>();
    private final Map<String, Rule> shipped = new LinkedHashMap<>();
    private final Map<String, Recipient> recipients = new LinkedHashMap<>();
    private List<Series> observed = List.of();
    private Function<Rule, Optional<Trial>> trial = rule -> Optional.empty();

    public void clear() {
        rules.clear();
        removed.clear();
        shipped.clear();
        recipients.clear();
        observed = List.of();
        trial = rule -> Optional.empty();
    }

    public void add(Rule rule) {
        keep(rule, Optional.empty());
    }

    /** One that ships with the cockpit. */
    public void ship(Rule rule) {
        shipped.put(rule.key(), rule.withVersion(0));
        keep(rule, Optional.empty());
    }

    private void keep(Rule rule, Optional<String> by) {
        rules.put(rule.key(), new Kept(rule, by, Optional.ofNullable(shipped.get(rule.key()))));
    }

    /** What comes of trials from now on; empty if they are never over. */
    public void whenTried(Function<Rule, Optional<Trial>> outcome) {
        trial = outcome;
    }

    @Override
    public Optional<Trial> attempt(Rule rule, Onlooker onlooker) {
        onlooker.done(1);
        return trial.apply(rule);
    }

    /** Of those a rule can speak. */
    public void observe(List<Series> series) {
        observed = List.copyOf(series);
    }

    @Override
    public List<Series> listObserved() {
        return observed;
    }

    @Override
    public Optional<ObservedProperty> findProperty(String key) {
        return ObservedProperties.load().find(key);
    }

    @Override
    public Optional<Kept> find(String key) {
        return Optional.ofNullable(rules.get(key));
    }

    @Override
    public Outcome save(Rule rule, String by) {
        if (rule.version() == 0) {
            var named = rule.named("own-" + (rules.size() + 1)).withVersion(1);
            keep(named, Optional.of(by));
            return new Outcome.Saved(named);
        }
        var newest = find(rule.key());
        if (newest.filter(kept -> kept.rule().version() == rule.version()).isEmpty())
            return new Outcome.Overtaken(newest);
        keep(rule.withVersion(rule.version() + 1), Optional.of(by));
        return new Outcome.Saved(rule.withVersion(rule.version() + 1));
    }

    @Override
    public boolean remove(String key, int seen, String by) {
        var kept = rules.remove(key);
        if (kept != null) removed.put(key, kept);
        return kept != null;
    }

    @Override
    public boolean bringBack(String key, int seen, String by) {
        var kept = removed.remove(key);
        if (kept != null) keep(kept.rule().withVersion(seen + 1), Optional.of(by));
        return kept != null;
    }

    @Override
    public boolean setBack(String key, int seen, String by) {
        var rule = shipped.get(key);
        if (rule != null) keep(rule.withVersion(seen + 1), Optional.empty());
        return rule != null;
    }

    @Override
    public List<String> listNames() {
        return List.copyOf(recipients.keySet());
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
                                kept.rule().switched(on).withVersion(kept.rule().version() + 1),
                                Optional.of(by),
                                kept.shipped()))
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
                        recipient.language(),
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
    public Optional<Untold> test(Recipient recipient) {
        return recipient.name().equals("nowhere")
                ? Optional.of(new Untold(Untold.Reason.HOOK_NOT_REACHED, "ConnectException"))
                : Optional.empty();
    }
}
