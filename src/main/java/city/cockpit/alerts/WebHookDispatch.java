package city.cockpit.alerts;

import city.cockpit.alerts.Untold.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** POST requests with JSON. What is not answered with 2xx was not told; redirects are not followed. */
@Component
class WebHookDispatch implements Dispatch {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int SUCCESS = 2;

    private final NewsJson json;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(LONGEST)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    WebHookDispatch(NewsJson json) {
        this.json = json;
    }

    @Override
    public Recipient.Channel channel() {
        return Recipient.Channel.WEB_HOOK;
    }

    @Override
    public void tell(Recipient recipient, List<News> news) throws NotToldException {
        var request = HttpRequest.newBuilder(URI.create(recipient.address()))
                .timeout(LONGEST)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.write(news)))
                .build();
        try {
            var status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 != SUCCESS) throw new NotToldException(Reason.HOOK_REFUSED, String.valueOf(status));
        } catch (IOException e) {
            throw new NotToldException(Reason.HOOK_NOT_REACHED, e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotToldException(Reason.INTERRUPTED, "");
        }
    }
}
