package city.cockpit.access.people;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.access.People.OneTimeLink;
import city.cockpit.access.Person;
import city.cockpit.access.SignInName;
import city.cockpit.harness.WithoutDatabase;
import city.cockpit.measurement.Town;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** With a mail server. */
@WithoutDatabase
class LinkMailIT {

    private static final OneTimeLink LINK =
            new OneTimeLink("/link#geheim", Instant.parse("2026-11-26T08:00:00Z"), false);

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void theInvitationTellsInTwoLanguagesWhatToDoAndUntilWhen() throws MessagingException, IOException {
        assertThat(mail().send(person(true), LINK)).isTrue();
        var received = server.getReceivedMessages()[0];
        assertThat(received.getFrom()[0]).hasToString("cockpit@cockpit.musterstadt.example");
        assertThat(received.getSubject())
                .isEqualTo("Musterstadt: Ihr Zugang zum Urban Cockpit / Your access to the Urban Cockpit");
        assertThat(received.getContent().toString())
                .contains("https://cockpit.musterstadt.example/link#geheim")
                .contains("Ihr Anmeldename ist: anna")
                .contains("Donnerstag, 26. November 2026")
                .contains("09:00 Uhr")
                .contains("Your sign-in name is: anna");
    }

    @Test
    void whoHasAPasswordIsToldThatItStaysGood() throws MessagingException, IOException {
        assertThat(mail().send(person(false), LINK)).isTrue();
        assertThat(server.getReceivedMessages()[0].getContent().toString()).contains("Ihr bisheriges gilt weiter");
    }

    @Test
    void aMailServerThatIsAwayIsNoReasonToFail() {
        var mail = mail();
        server.stop();
        assertThat(mail.send(person(true), LINK)).isFalse();
    }

    private LinkMail mail() {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        sender.setDefaultEncoding("UTF-8");
        var beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        var address = Optional.of(URI.create("https://cockpit.musterstadt.example"));
        return new LinkMail(
                beans.getBeanProvider(JavaMailSender.class),
                new AccessSettings(
                        Path.of("data"),
                        new AccessSettings.Access(address, Optional.empty(), false, new AccessSettings.Oidc(""))),
                () -> new Town("Musterstadt", ZoneId.of("Europe/Berlin")));
    }

    private static Person person(boolean invited) {
        return new Person(
                new SignInName("anna"),
                "Anna Karst",
                "anna@musterstadt.example",
                Set.of(),
                Person.Origin.COCKPIT,
                false,
                false,
                invited,
                Instant.EPOCH,
                Optional.empty(),
                1);
    }
}
