package city.cockpit.uikit;

import city.cockpit.live.CityPicture;
import city.cockpit.live.DomainState;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Severity;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The sentence above the tiles: what a norm finds remarkable and which domains are silent, else that all is well. */
public final class CitySentence extends H1 {

    private final Wording words;
    private List<Part> shown = List.of();

    /** A part of the sentence; underlined in the colour of its severity unless that is GOOD. */
    private record Part(String text, Severity severity) {}

    public CitySentence(Wording words) {
        this.words = words;
        addClassName("sentence");
    }

    /** Shows what the picture says; nothing is sent to the browser while that stays the same. */
    public void show(CityPicture picture) {
        var parts = parts(List.copyOf(picture.domains().values()));
        if (parts.equals(shown)) return;
        removeAll();
        parts.forEach(part -> add(span(part)));
        shown = parts;
    }

    private List<Part> parts(List<DomainState> domains) {
        if (domains.isEmpty()) return List.of(new Part(words.text("sentence.empty"), Severity.GOOD));
        if (domains.stream().noneMatch(domain -> domain.state().isCurrent()))
            return List.of(new Part(words.text("sentence.all-silent"), Severity.NOTICE));
        var parts = new ArrayList<Part>();
        judged(domains, parts);
        silent(domains, parts);
        return parts;
    }

    private void judged(List<DomainState> domains, List<Part> parts) {
        domains.forEach(domain -> domain.assessment().ifPresent(verdict -> {
            if (!parts.isEmpty()) parts.add(plain(", "));
            parts.add(new Part(
                    words.text(
                            "sentence.domain." + domain.domain(), verdict.band().word(words.locale())),
                    verdict.band().severity()));
        }));
        if (parts.isEmpty()) parts.add(plain(words.text("sentence.nothing-judged")));
        parts.add(plain("."));
    }

    private void silent(List<DomainState> domains, List<Part> parts) {
        var names = domains.stream()
                .filter(domain -> !domain.state().isCurrent())
                .map(DomainState::domain)
                .map(this::name)
                .toList();
        if (names.isEmpty()) return;
        parts.add(plain(" "));
        parts.add(new Part(words.text("sentence.silent", words.list(names)), Severity.NOTICE));
        parts.add(plain("."));
    }

    private String name(Domain domain) {
        return words.text("domain." + domain);
    }

    private static Part plain(String text) {
        return new Part(text, Severity.GOOD);
    }

    private static Span span(Part part) {
        var span = new Span(part.text());
        if (part.severity() != Severity.GOOD) {
            span.addClassName("remark");
            span.getElement()
                    .setAttribute("data-severity", part.severity().name().toLowerCase(Locale.ROOT));
        }
        return span;
    }
}
