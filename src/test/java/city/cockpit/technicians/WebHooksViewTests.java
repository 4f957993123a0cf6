package city.cockpit.technicians;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.preview.ScreenTest;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

class WebHooksViewTests extends ScreenTest {

    @BeforeEach
    void town() {
        aTownAtNoon();
    }

    @Test
    @WithMockUser(username = "tina", roles = "TECHNICIAN")
    void everyWebHookSaysItsAddressAndHowToSetItUp() {
        open("webhooks");
        assertThat(find(Code.class).all().stream().map(Code::getText))
                .containsExactly(
                        "api/v1/hooks/things-stack", "api/v1/hooks/chirpstack", "api/v1/hooks/sensor-community");
        assertThat(page())
                .contains("The Things Stack", "Additional headers", "ChirpStack", "Event endpoint URL")
                .contains("Sensor.Community", "An eigene API senden")
                .contains("Den legt die Administration an.");
    }

    @Test
    @WithMockUser(username = "tina", roles = "TECHNICIAN")
    void whatCameIsTold() {
        open("webhooks");
        settle();
        assertThat(page())
                .contains("Seit dem Start angenommen: 12\u202f345 · unbrauchbar: 2 · auf später vertröstet: 1")
                .contains("Seit dem Start des Cockpits kam hier nichts an.");
    }

    @Test
    @WithMockUser(username = "admin", roles = "ADMINISTRATOR")
    void whoeverMakesKeysIsLedThere() {
        speak(Locale.ENGLISH);
        open("webhooks");
        assertThat(find(Anchor.class).all().stream().map(Anchor::getHref)).contains("tokens?new", "inbox");
        assertThat(page()).contains("Make a key");
    }
}
