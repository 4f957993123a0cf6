package city.cockpit.administration;

import city.cockpit.access.SignInNotice;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** That nobody can sign in now the sign-in page also says by its status: programs that look after it read no words. */
@Component
final class SignInStatus implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(SignInStatus::tell);
    }

    private static void tell(IndexHtmlResponse response) {
        var asked = response.getVaadinRequest();
        if (SignInNotice.of(asked.getParameter(SignInNotice.PARAMETER)).equals(Optional.of(SignInNotice.UNAVAILABLE))
                && "/login".equals(asked.getPathInfo()))
            response.getVaadinResponse().setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
