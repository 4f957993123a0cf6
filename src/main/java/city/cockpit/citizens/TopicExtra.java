package city.cockpit.citizens;

import city.cockpit.live.CityPicture;
import city.cockpit.live.DomainState;
import city.cockpit.measurement.Domain;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.Optional;

/** What the page of a topic has that no other one has. */
abstract class TopicExtra extends Section {

    TopicExtra(String heading) {
        addClassName("topic-extra");
        add(new H2(heading));
    }

    /** The one of that topic; most have none. */
    static Optional<TopicExtra> of(Domain domain, Wording words, Topics topics) {
        return switch (domain) {
            case PARKING -> Optional.of(new ParkingNow(words, topics.facts()));
            case NOISE -> Optional.of(new NoiseInWords(words));
            case ENERGY -> Optional.of(new BuildingsCompared(words, topics));
            case AIR, UV, WEATHER, WATER, CYCLING, TRAFFIC, LIGHTING -> Optional.empty();
        };
    }

    abstract void show(DomainState state, CityPicture picture);
}
