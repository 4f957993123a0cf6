package city.cockpit.technicians;

import city.cockpit.fleet.Finding;
import city.cockpit.fleet.Finding.Implausible;
import city.cockpit.fleet.Finding.Late;
import city.cockpit.fleet.Finding.LowBattery;
import city.cockpit.fleet.Finding.Rejected;
import city.cockpit.fleet.Finding.RejectedTime;
import city.cockpit.fleet.Finding.Silent;
import city.cockpit.fleet.Finding.WeakRadio;
import city.cockpit.fleet.Finding.WrongClock;
import city.cockpit.fleet.Refusals;
import city.cockpit.ingest.RejectReason;
import city.cockpit.ingest.Vital;
import city.cockpit.measurement.Series;
import city.cockpit.uikit.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What is wrong with a sensor, since when, and what to do, in the words of one language. */
final class FindingWords {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Wording words;

    FindingWords(Wording words) {
        this.words = words;
    }

    /** Colour and shape of the condition. */
    static String severity(Finding finding) {
        return switch (finding) {
            case Silent _, Rejected _, RejectedTime _, WrongClock _ -> "warning";
            case Implausible _, Late _, LowBattery _, WeakRadio _ -> "notice";
        };
    }

    /** One or two words. */
    String name(Finding finding) {
        return words.text("sensors.condition." + finding.condition());
    }

    String since(Finding finding, Instant now) {
        if (finding instanceof Silent(var since, var _))
            return since.map(last -> words.text("sensors.last", words.formats().minute(last, now)))
                    .orElseGet(() -> words.text("sensors.never"));
        return finding.since()
                .map(since -> words.text("sensors.since", words.formats().minute(since, now)))
                .orElseGet(() -> words.text("sensors.since.unknown"));
    }

    /** What it is, in one or two sentences. */
    String sentence(Finding finding, Instant now) {
        return switch (finding) {
            case Silent(var since, var tookLeave) -> {
                if (since.isEmpty()) yield words.text("sensors.silent.never");
                yield words.text(tookLeave ? "sensors.silent.leave" : "sensors.silent");
            }
            case Late(var _, var series, var all) ->
                all ? words.text("sensors.late.all") : words.text("sensors.late", names(series));
            case Implausible(var _, var series) -> words.text("sensors.implausible", names(series));
            case Rejected(var reason, var refusals) -> refused(reason, refusals, now);
            case RejectedTime(var reason, var refusals) -> refused(reason, refusals, now);
            case WrongClock(var ahead, var _) ->
                words.text(ahead.isNegative() ? "sensors.clock.behind" : "sensors.clock.ahead", span(ahead.abs()));
            case LowBattery(var percent, var _) ->
                words.text("sensors.battery", words.formats().number(percent, 0));
            case WeakRadio(var vital, var value, var _) ->
                words.text("sensors.radio", vital(vital), value(vital, value));
        };
    }

    private String refused(RejectReason reason, Refusals refusals, Instant now) {
        return words.text(
                "sensors.refused",
                words.text("reason." + reason),
                refusals.readings(),
                words.formats().minute(refusals.last(), now));
    }

    /** What to do. */
    String todo(Finding finding) {
        return switch (finding) {
            case Silent(var since, var _) ->
                words.text(since.isEmpty() ? "sensors.silent.never.todo" : "sensors.silent.todo");
            case Late(var _, var _, var all) -> words.text(all ? "sensors.late.all.todo" : "sensors.late.todo");
            case Implausible _ -> words.text("sensors.implausible.todo");
            case Rejected(var reason, var _) -> words.text("reason." + reason + ".mend");
            case RejectedTime(var reason, var _) -> words.text("reason." + reason + ".mend");
            case WrongClock(var ahead, var _) ->
                words.text(isWholeHours(ahead.abs()) ? "sensors.clock.zone.todo" : "sensors.clock.todo");
            case LowBattery _ -> words.text("sensors.battery.todo");
            case WeakRadio(var vital, var _, var _) ->
                switch (vital) {
                    case WIFI -> words.text("sensors.radio.wifi.todo");
                    case ZIGBEE -> words.text("sensors.radio.zigbee.todo");
                    case LORA, LORA_SNR, LORA_MARGIN, BATTERY, BATTERY_VOLTAGE, CLOCK ->
                        words.text("sensors.radio.lora.todo");
                };
        };
    }

    /** A clock that is off by whole hours stands in another zone. */
    private static boolean isWholeHours(Duration off) {
        var rest = off.plusMinutes(5).toMinutes() % HOUR.toMinutes();
        return off.compareTo(HOUR.minusMinutes(5)) > 0 && rest <= 10;
    }

    String vital(Vital vital) {
        return words.text("vital." + vital);
    }

    /** With its unit. */
    String value(Vital vital, double value) {
        return switch (vital) {
            case BATTERY -> words.text("vital.percent", words.formats().number(value, 0));
            case BATTERY_VOLTAGE -> words.text("vital.volts", words.formats().number(value, 2));
            case WIFI, LORA -> words.text("vital.dbm", words.formats().number(value, 0));
            case LORA_SNR, LORA_MARGIN -> words.text("vital.db", words.formats().number(value, 1));
            case ZIGBEE -> words.text("vital.of-255", words.formats().number(value, 0));
            case CLOCK ->
                words.text(
                        value < 0 ? "vital.behind" : "vital.ahead",
                        span(Duration.ofSeconds(Math.round(Math.abs(value)))));
        };
    }

    String span(Duration span) {
        if (span.compareTo(Duration.ofMinutes(2)) < 0) return words.text("sensors.seconds", span.toSeconds());
        if (span.compareTo(HOUR) < 0)
            return words.text("sensors.minutes", span.plusSeconds(30).toMinutes());
        return isWholeHours(span)
                ? words.text("sensors.hours", span.plusMinutes(30).toHours())
                : words.text("sensors.hours-minutes", span.toHours(), (long) span.toMinutesPart());
    }

    private String names(List<Series> series) {
        return words.list(
                series.stream().map(one -> one.property().name(words.locale())).toList());
    }
}
