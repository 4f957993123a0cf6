package city.cockpit.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import city.cockpit.alerts.Bound.Fixed;
import city.cockpit.alerts.Dispatch.NotToldException;
import city.cockpit.alerts.Recipient.Channel;
import city.cockpit.alerts.Recipient.Language;
import city.cockpit.faults.FaultReported;
import city.cockpit.harness.WithoutDatabase;
import city.cockpit.measurement.Averaging;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.Severity;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import tools.jackson.databind.json.JsonMapper;

/** With a mail server and a web server that come and go. */
@WithoutDatabase
class NotifierIT {

    private static final AlertsBench TOWN = new AlertsBench();
    private static final Instant MORNING = Instant.parse("2026-06-21T04:20:00Z");

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private Series market = market();
    private Notifier notifier = notifier(0);

    @BeforeEach
    void aTownWithARule() {
        TOWN.itIs(MORNING);
        TOWN.empty();
        market = market();
        server.start();
        notifier = notifier(server.getSmtp().getPort());
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @AfterAll
    static void close() {
        TOWN.close();
    }

    private static Series market() {
        return TOWN.catalog
                .findSeries(new SeriesId("weather-markt/temperature"))
                .orElseGet(() -> TOWN.catalog.add("weather-markt/temperature", "Marktplatz"));
    }

    @Test
    void aMailSaysInTwoLanguagesWhatHappenedAndThatItIsOver() throws MessagingException, IOException {
        recipient("Bauhof", Channel.EMAIL, "bauhof@jena.example", Severity.NOTICE, false);
        TOWN.only(warm(Optional.empty()));
        itIsHot(0);
        notifier.tell();
        assertThat(server.getReceivedMessages()).hasSize(1);
        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getFrom()[0]).hasToString("cockpit@cockpit.jena.example");
        assertThat(mail.getSubject())
                .isEqualTo(
                        "Jena: Warnung: Lufttemperatur über 30\u00a0°C – Marktplatz / Warning: Air temperature above 30\u00a0°C – Marktplatz");
        assertThat(mail.getContent().toString().replace("\r\n", "\n"))
                .contains("Beginn: 21.06.2026, 06:20 Uhr")
                .contains("Äußerster Wert: 33")
                .contains("Regel: Warnung, wenn „Lufttemperatur“ an einem Ort der Stadt über 30\u00a0°C liegt.")
                .contains("https://cockpit.jena.example/incidents/")
                .contains("Rule: Warning when “Air temperature” is above 30\u00a0°C anywhere in the town.");
        itIsCool(20);
        notifier.tell();
        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(server.getReceivedMessages()[1].getSubject()).startsWith("Jena: Vorbei: Lufttemperatur über 30");
        notifier.tell();
        assertThat(server.getReceivedMessages()).as("nothing twice").hasSize(2);
    }

    @Test
    void whoeverReadsOneLanguageGetsThatOne() throws MessagingException, IOException {
        var german = new Recipient(
                "Amt", Channel.EMAIL, "amt@jena.example", Language.GERMAN, Severity.NOTICE, false, true, 0);
        assertThat(TOWN.recipients.save(german, "test")).isTrue();
        assertThat(TOWN.recipients.list())
                .singleElement()
                .isEqualTo(new Recipient(
                        "Amt", Channel.EMAIL, "amt@jena.example", Language.GERMAN, Severity.NOTICE, false, true, 1));
        TOWN.only(warm(Optional.empty()));
        itIsHot(0);
        notifier.tell();
        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Jena: Warnung: Lufttemperatur über 30\u00a0°C – Marktplatz");
        assertThat(mail.getContent().toString()).contains("Regel: ").doesNotContain("Rule: ");
    }

    @Test
    void whoeverWasToldThatItBeganIsToldThatSomebodyClosedIt() throws MessagingException {
        recipient("Bauhof", Channel.EMAIL, "bauhof@jena.example", Severity.NOTICE, false);
        TOWN.only(warm(Optional.empty()));
        itIsHot(0);
        notifier.tell();
        recipient("Amt", Channel.EMAIL, "amt@jena.example", Severity.NOTICE, false);
        var incident = TOWN.shared.picture().incidents().getFirst();
        assertThat(TOWN.desk.close(incident.id(), "Fühler in der Sonne", "sam")).isTrue();
        TOWN.itIs(TOWN.now().plus(Duration.ofMinutes(2)));
        notifier.tell();
        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(server.getReceivedMessages()[1].getSubject())
                .startsWith("Jena: Geschlossen: Lufttemperatur über 30");
        assertThat(server.getReceivedMessages()[1].getAllRecipients()[0]).hasToString("bauhof@jena.example");
    }

    @Test
    void whoeverKnowsOfItIsToldThatItGotWorseAndWhoeverWantsAlarmsOnlyOfTheAlarm() throws MessagingException {
        recipient("Bauhof", Channel.EMAIL, "bauhof@jena.example", Severity.NOTICE, false);
        recipient("Leitstelle", Channel.EMAIL, "leitstelle@jena.example", Severity.ALARM, false);
        TOWN.only(warm(Optional.empty()), hot());
        itIsHot(0);
        notifier.tell();
        assertThat(server.getReceivedMessages()).hasSize(1);
        measured(10, 41);
        notifier.tell();
        assertThat(server.getReceivedMessages()).hasSize(3);
        var told = new ArrayList<String>();
        for (var mail : List.of(server.getReceivedMessages()).subList(1, 3))
            told.add(mail.getAllRecipients()[0] + " " + mail.getSubject().replace('\u00a0', ' '));
        assertThat(told)
                .anySatisfy(line ->
                        assertThat(line).startsWith("bauhof@jena.example Jena: Jetzt Alarm: Lufttemperatur über 40 °C"))
                .anySatisfy(line ->
                        assertThat(line).startsWith("leitstelle@jena.example Jena: Alarm: Lufttemperatur über 40 °C"));
        itIsCool(20);
        TOWN.itIs(TOWN.now().plus(Duration.ofMinutes(2)));
        notifier.tell();
        assertThat(server.getReceivedMessages()).hasSize(5);
    }

    @Test
    void whileTheMailServerIsAwayNothingIsLost() {
        recipient("Bauhof", Channel.EMAIL, "bauhof@jena.example", Severity.NOTICE, false);
        TOWN.only(warm(Optional.empty()));
        server.stop();
        itIsHot(0);
        notifier.tell();
        assertThat(TOWN.outbox.listStandings()).singleElement().satisfies(standing -> {
            assertThat(standing.waiting()).isEqualTo(1);
            assertThat(standing.failure())
                    .hasValueSatisfying(why -> assertThat(why.reason()).isEqualTo(Untold.Reason.MAIL_REFUSED));
        });
        server.start();
        notifier = notifier(server.getSmtp().getPort());
        notifier.tell();
        assertThat(server.getReceivedMessages()).as("it is not tried at once").isEmpty();
        TOWN.itIs(TOWN.now().plus(Duration.ofMinutes(2)));
        notifier.tell();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(TOWN.outbox.listStandings()).singleElement().satisfies(standing -> {
            assertThat(standing.waiting()).isZero();
            assertThat(standing.failure()).isEmpty();
        });
    }

    @Test
    void aDigestTellsOfEverythingOnceAnHour() throws MessagingException {
        recipient("Amt", Channel.EMAIL, "amt@jena.example", Severity.NOTICE, true);
        TOWN.only(warm(Optional.empty()));
        itIsHot(0);
        itIsCool(20);
        notifier.tell();
        assertThat(server.getReceivedMessages()).isEmpty();
        TOWN.itIs(Instant.parse("2026-06-21T05:00:00Z"));
        notifier.tell();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getSubject())
                .isEqualTo("Jena: 2 Nachrichten zu Vorfällen / 2 messages about incidents");
    }

    /** Whoever wants to know of warnings only is spared. */
    @Test
    void whoeverHearsOfNoticesIsToldThatSomebodyReportedAFault() throws MessagingException, IOException {
        recipient("Bauhof", Channel.EMAIL, "bauhof@jena.example", Severity.NOTICE, false);
        recipient("Krisenstab", Channel.EMAIL, "stab@jena.example", Severity.WARNING, false);
        var desk = new ReportNews(TOWN.outbox, TOWN::now);
        desk.reported(new FaultReported(7, Optional.of(Domain.WEATHER), Optional.of("marktplatz")));
        notifier.tell();
        assertThat(server.getReceivedMessages()).hasSize(1);
        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()[0]).hasToString("bauhof@jena.example");
        assertThat(mail.getSubject())
                .isEqualTo(
                        "Jena: Neue Störungsmeldung: Marktplatz, Wetter / New report of a fault: Marktplatz, Weather");
        assertThat(mail.getContent().toString()).contains("https://cockpit.jena.example/faults");
        desk.reported(new FaultReported(8, Optional.empty(), Optional.empty()));
        TOWN.itIs(TOWN.now().plus(Duration.ofMinutes(2)));
        notifier.tell();
        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(TOWN.outbox.listStandings())
                .singleElement()
                .satisfies(standing -> assertThat(standing.waiting()).isZero());
    }

    @Test
    void inQuietHoursNobodyIsToldBeforeTheyEnd() {
        recipient("Bauhof", Channel.EMAIL, "bauhof@jena.example", Severity.NOTICE, false);
        TOWN.only(warm(Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)))));
        itIsHot(0);
        notifier.tell();
        assertThat(server.getReceivedMessages()).isEmpty();
        TOWN.itIs(Instant.parse("2026-06-21T05:00:00Z"));
        notifier.tell();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void whoeverWantsToKnowOfAlarmsOnlyIsNotToldOfWarnings() {
        recipient("Krisenstab", Channel.EMAIL, "stab@jena.example", Severity.ALARM, false);
        TOWN.only(warm(Optional.empty()));
        itIsHot(0);
        notifier.tell();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aWebHookGetsJsonAndIsTriedAgainUntilItIsTaken() throws IOException {
        var heard = new CopyOnWriteArrayList<String>();
        var answer = new AtomicInteger(503);
        var web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(answer.get(), -1);
            exchange.close();
        });
        web.start();
        try {
            recipient(
                    "Leitstelle",
                    Channel.WEB_HOOK,
                    "http://127.0.0.1:%d/hook".formatted(web.getAddress().getPort()),
                    Severity.NOTICE,
                    false);
            TOWN.only(warm(Optional.empty()));
            itIsHot(0);
            notifier.tell();
            assertThat(TOWN.outbox.listStandings())
                    .singleElement()
                    .extracting(AlertOutbox.Standing::failure)
                    .isEqualTo(Optional.of(new Untold(Untold.Reason.HOOK_REFUSED, "503")));
            answer.set(204);
            TOWN.itIs(TOWN.now().plus(Duration.ofMinutes(2)));
            notifier.tell();
            assertThat(heard).hasSize(2);
            assertThat(heard.getLast())
                    .contains("\"event\":\"RAISED\"", "\"severity\":\"WARNING\"", "\"sites\":[\"marktplatz\"]")
                    .contains("\"test\":false", "Lufttemperatur über 30", "Air temperature above 30");
        } finally {
            web.stop(0);
        }
    }

    @Test
    void theTestButtonSaysWhetherTheWayIsGood() throws NotToldException, MessagingException {
        var bauhof = new Recipient(
                "Bauhof", Channel.EMAIL, "bauhof@jena.example", Language.BOTH, Severity.NOTICE, false, true, 0);
        notifier.test(bauhof);
        assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("Jena: Probenachricht / Test message");
        var failure = catchThrowable(() -> notifier(1).test(bauhof));
        assertThat(failure).isInstanceOf(NotToldException.class).hasMessageContaining("MAIL_REFUSED");
    }

    private static void recipient(String name, Channel channel, String address, Severity least, boolean isDigest) {
        assertThat(TOWN.recipients.save(
                        new Recipient(name, channel, address, Language.BOTH, least, isDigest, true, 0), "test"))
                .isTrue();
    }

    private static Rule warm(Optional<QuietHours> quiet) {
        return above("warm", 30, Severity.WARNING, quiet);
    }

    private static Rule hot() {
        return above("hot", 40, Severity.ALARM, Optional.empty());
    }

    private static Rule above(String key, double value, Severity severity, Optional<QuietHours> quiet) {
        return new Rule(
                key,
                Scope.of("temperature"),
                new Condition.Beyond(Comparison.ABOVE, new Fixed(value), Averaging.INSTANT, Duration.ZERO, 1),
                true,
                severity,
                Optional.empty(),
                quiet,
                Optional.empty(),
                Set.of(),
                true,
                0);
    }

    private void itIsHot(int minute) {
        measured(minute, 33);
    }

    private void itIsCool(int minute) {
        measured(minute, 20);
    }

    private void measured(int minute, double value) {
        var readings = new ArrayList<Reading>();
        for (var i = 0; i < 3; i++)
            readings.add(new Reading(market.id(), MORNING.plus(Duration.ofMinutes(minute + i)), value, Quality.GOOD));
        TOWN.store(readings);
        TOWN.itIs(MORNING.plus(Duration.ofMinutes(minute + 3)));
        TOWN.look();
    }

    private static Notifier notifier(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.setDefaultEncoding("UTF-8");
        var beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        var words = new NewsWords(ObservedProperties.load(), TOWN.catalog, TOWN.town);
        return new Notifier(
                TOWN.outbox,
                TOWN.recipients,
                TOWN.incidents,
                List.of(
                        new MailDispatch(
                                beans.getBeanProvider(JavaMailSender.class),
                                new MailSettings(
                                        Optional.of(URI.create("https://cockpit.jena.example")), Optional.empty()),
                                words,
                                TOWN.town),
                        new WebHookDispatch(new NewsJson(JsonMapper.builder().build(), words, TOWN.town))),
                TOWN::now);
    }
}
