package city.cockpit.calendar;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import city.cockpit.calendar.Flaw.Reason;
import city.cockpit.csv.CsvText;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Fetches what is at an address: waits and reads no longer than is due, sends no cookie, follows few redirects and asks at
 * each whether it may go there. Any thread.
 */
@Component
class CalendarFetcher implements AutoCloseable {

    private static final int MOST_REDIRECTS = 4;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int UNCHANGED = 304;
    private static final int LONGEST_SIGN = 200;

    private final AddressGuard guard;
    private final Duration patience;
    private final long largest;
    private final HttpClient client;

    CalendarFetcher(AddressGuard guard, CalendarSettings settings) {
        this.guard = guard;
        this.patience = settings.timeout();
        this.largest = settings.largest().toBytes();
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** By what the other side tells whether something is new; empty where it says nothing. */
    record Signs(String tag, String modified) {

        static final Signs NONE = new Signs("", "");
    }

    /** What came. */
    sealed interface Fetched {

        record Found(String text, Signs signs) implements Fetched {}

        /** It is what those signs were of. */
        record Unchanged() implements Fetched {}

        record Failed(Flaw flaw) implements Fetched {

            Failed(Reason reason) {
                this(Flaw.of(reason));
            }
        }
    }

    /**
     * Blocks, for each redirect at most as long as its patience.
     *
     * @param known of what is there already
     */
    Fetched fetch(String address, Signs known) throws InterruptedException {
        var demo = DemoCalendar.find(address);
        if (demo.isPresent()) return new Fetched.Found(demo.get().text(), Signs.NONE);
        var next = CalendarSource.findWebAddress(address);
        for (var redirects = 0; redirects <= MOST_REDIRECTS && next.isPresent(); redirects++) {
            var place = next.get();
            var refusal = guard.refusal(place);
            if (refusal.isPresent()) return new Fetched.Failed(refusal.get());
            switch (ask(place, known)) {
                case Answer.Final(var fetched) -> {
                    return fetched;
                }
                case Answer.Elsewhere(var other) -> next = other;
            }
        }
        return new Fetched.Failed(next.isPresent() ? Reason.TOO_MANY_REDIRECTS : Reason.ADDRESS_REFUSED);
    }

    private sealed interface Answer {

        record Final(Fetched fetched) implements Answer {}

        /** Empty if nobody should go there. */
        record Elsewhere(Optional<URI> address) implements Answer {}
    }

    private Answer ask(URI address, Signs known) throws InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .header("User-Agent", "urban-cockpit")
                .header("Accept", "text/calendar, text/csv, text/plain;q=0.9, */*;q=0.5");
        if (!known.tag().isEmpty()) request.header("If-None-Match", known.tag());
        if (!known.modified().isEmpty()) request.header("If-Modified-Since", known.modified());
        var answer = client.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), largest));
        try {
            return read(address, answer.get(patience.toMillis(), MILLISECONDS));
        } catch (TimeoutException e) {
            return failed(Flaw.of(Reason.TOO_SLOW));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException reason) return failed(flaw(reason));
            throw new IllegalStateException(e);
        } finally {
            answer.cancel(true);
        }
    }

    private static Answer failed(Flaw flaw) {
        return new Answer.Final(new Fetched.Failed(flaw));
    }

    private static Flaw flaw(IOException reason) {
        return switch (reason) {
            case HttpTimeoutException _ -> Flaw.of(Reason.TOO_SLOW);
            case ConnectException _ -> Flaw.of(Reason.NOT_REACHED);
            default ->
                String.valueOf(reason.getMessage()).contains("capacity")
                        ? Flaw.of(Reason.TOO_LARGE)
                        : new Flaw(Reason.NOT_REACHED, reason.getClass().getSimpleName());
        };
    }

    private static Answer read(URI asked, HttpResponse<byte[]> answer) {
        var status = answer.statusCode();
        if (status == UNCHANGED) return new Answer.Final(new Fetched.Unchanged());
        if (REDIRECTS.contains(status))
            return new Answer.Elsewhere(
                    answer.headers().firstValue("Location").flatMap(place -> resolve(asked, place)));
        if (status != 200) return failed(new Flaw(Reason.STATUS, String.valueOf(status)));
        var signs = new Signs(sign(answer, "ETag"), sign(answer, "Last-Modified"));
        return new Answer.Final(new Fetched.Found(text(answer.body()), signs));
    }

    private static Optional<URI> resolve(URI asked, String place) {
        try {
            return CalendarSource.findWebAddress(asked.resolve(place.strip()).toString());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** One that could not be sent back is none. */
    private static String sign(HttpResponse<byte[]> answer, String header) {
        return answer.headers()
                .firstValue(header)
                .filter(sign -> sign.length() <= LONGEST_SIGN && sign.chars().allMatch(c -> c >= ' ' && c < 127))
                .orElse("");
    }

    /** Without the sign that databases keep in no text, and without the mark of an encoding. */
    private static String text(byte[] content) {
        var text = new String(content, CsvText.encoding(content, false)).replace("\0", "");
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
