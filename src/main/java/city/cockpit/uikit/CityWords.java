package city.cockpit.uikit;

import city.cockpit.live.Assessment;
import city.cockpit.live.Attention;
import city.cockpit.live.CityPicture;
import city.cockpit.live.DomainState;
import city.cockpit.live.State;
import city.cockpit.live.WeatherSign;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** The sentence above the tiles, in parts: what stands out first, else that nothing does. */
public final class CityWords {

    /** More exceptions than that are counted, not named. */
    private static final int MOST = 4;

    private final Wording words;
    private final Verdicts verdicts;

    /**
     * A part of the sentence.
     *
     * @param severity underlined in its colour unless GOOD
     * @param target the id of what it speaks of in its page; empty for the words between
     */
    public record Part(String text, Severity severity, Optional<String> target) {}

    public CityWords(Wording words) {
        this.words = words;
        this.verdicts = new Verdicts(words);
    }

    /** For staff: that all is well but for the exceptions, which are named; of many, only what stands out. */
    public List<Part> exceptions(CityPicture picture) {
        return staff(picture, "sentence.nothing", remarks -> remarks <= MOST ? "sentence.except" : "sentence.stands");
    }

    /** The same after something that is not well: then nobody says that all is. */
    public List<Part> besides(CityPicture picture) {
        return staff(picture, "sentence.nothing-else", remarks -> "sentence.stands");
    }

    private List<Part> staff(CityPicture picture, String nothing, IntFunction<String> begin) {
        var domains = Attention.order(picture);
        var quiet = quiet(domains);
        if (quiet.isPresent()) return List.of(quiet.get());
        var remarks =
                domains.stream().flatMap(domain -> remark(domain).stream()).toList();
        if (remarks.isEmpty()) return List.of(plain(words.text(nothing)));
        var parts = new ArrayList<Part>();
        parts.add(plain(words.text(begin.apply(remarks.size())) + " "));
        join(remarks, parts);
        parts.add(plain("."));
        return parts;
    }

    /** For citizens: a greeting and, in whole clauses, what stands out and how the air is. */
    public List<Part> greeting(CityPicture picture) {
        var domains = Attention.order(picture);
        var hello = plain(words.text(greetingKey(picture.at())) + " ");
        var quiet = quiet(domains);
        if (quiet.isPresent()) return List.of(hello, quiet.get());
        var clauses = domains.stream()
                .filter(domain -> stands(domain) || domain.domain() == Domain.AIR)
                .flatMap(domain -> clause(domain).stream())
                .limit(MOST)
                .toList();
        var parts = new ArrayList<Part>();
        parts.add(hello);
        if (clauses.isEmpty()) parts.add(plain(words.text("sentence.all-well")));
        for (var clause : clauses) {
            if (parts.size() > 1) parts.add(plain(" "));
            parts.add(clause);
            parts.add(plain("."));
        }
        var doubtful = domains.stream().mapToLong(DomainState::doubtful).sum();
        if (doubtful > 0) parts.add(plain(" " + words.text("sentence.doubt", doubtful)));
        return parts;
    }

    /** What there is to say when nothing can be said of the single domains. */
    private Optional<Part> quiet(Collection<DomainState> domains) {
        if (domains.isEmpty()) return Optional.of(plain(words.text("sentence.empty")));
        if (domains.stream().noneMatch(domain -> domain.state().isCurrent()))
            return Optional.of(new Part(words.text("sentence.all-silent"), Severity.NOTICE, Optional.empty()));
        return Optional.empty();
    }

    private static boolean stands(DomainState domain) {
        return domain.assessment()
                .map(Assessment::band)
                .filter(band -> band.severity() != Severity.GOOD)
                .isPresent();
    }

    private Optional<Part> clause(DomainState domain) {
        return domain.assessment()
                .map(verdict -> new Part(
                        words.text("sentence.domain." + domain.domain(), verdicts.word(verdict)),
                        verdict.band().severity(),
                        Optional.of(TileFace.anchorOf(domain.domain()))));
    }

    private Optional<Part> remark(DomainState domain) {
        if (domain.state() == State.MAINTENANCE) return Optional.empty();
        if (!domain.state().isCurrent())
            return Optional.of(remark(domain, words.text("sentence.not-current"), Severity.NOTICE));
        return domain.assessment()
                .filter(verdict -> verdict.band().severity() != Severity.GOOD)
                .map(verdict ->
                        remark(domain, verdicts.word(verdict), verdict.band().severity()))
                .or(() -> unusual(domain))
                .or(() -> weather(domain))
                .or(() -> doubtOnly(domain));
    }

    private Optional<Part> unusual(DomainState domain) {
        return UsualWords.places(domain, words)
                .map(text -> new Part(
                        words.text("sentence.remark", name(domain), text),
                        Severity.NOTICE,
                        Optional.of(TileFace.anchorOf(domain.domain()))));
    }

    private Optional<Part> weather(DomainState domain) {
        return WeatherSign.remarkable(domain)
                .map(sign -> remark(domain, words.text("weather." + sign), Severity.NOTICE));
    }

    private Part remark(DomainState domain, String word, Severity severity) {
        var said = domain.place()
                .map(place -> words.text("sentence.at", place, word))
                .orElse(word);
        var all = doubt(domain).map(doubt -> said + "; " + doubt).orElse(said);
        return new Part(
                words.text("sentence.remark", name(domain), all),
                severity,
                Optional.of(TileFace.anchorOf(domain.domain())));
    }

    /** Whoever says that nothing stands out must not conceal what nobody believes; no norm judges it, so it has no colour. */
    private Optional<Part> doubtOnly(DomainState domain) {
        return doubt(domain)
                .map(doubt -> new Part(
                        words.text("sentence.remark", name(domain), doubt),
                        Severity.GOOD,
                        Optional.of(TileFace.anchorOf(domain.domain()))));
    }

    private Optional<String> doubt(DomainState domain) {
        return domain.doubtful() == 0
                ? Optional.empty()
                : Optional.of(words.text("doubt.places", (long) domain.doubtful()));
    }

    private String name(DomainState domain) {
        return words.text("domain." + domain.domain());
    }

    private void join(List<Part> remarks, List<Part> parts) {
        var named = remarks.size() > MOST ? remarks.subList(0, MOST - 1) : remarks;
        var rest = remarks.size() - named.size();
        for (var i = 0; i < named.size(); i++) {
            if (i > 0) parts.add(plain(i == named.size() - 1 && rest == 0 ? " " + words.text("list.and") + " " : ", "));
            parts.add(named.get(i));
        }
        if (rest > 0) parts.add(plain(" " + words.text("sentence.and-more", (long) rest)));
    }

    private String greetingKey(Instant now) {
        var hour = now.atZone(words.formats().zone()).getHour();
        if (hour >= 5 && hour < 11) return "greeting.morning";
        return hour >= 11 && hour < 18 ? "greeting.day" : "greeting.evening";
    }

    private static Part plain(String text) {
        return new Part(text, Severity.GOOD, Optional.empty());
    }
}
