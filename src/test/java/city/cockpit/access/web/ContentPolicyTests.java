package city.cockpit.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.access.ScriptNonce;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ContentPolicyTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void aPageRunsNoScriptOfStrangers() {
        var nonce = ScriptNonce.of(request);
        assertThat(policy())
                .contains("script-src 'self' 'nonce-" + nonce + "'")
                .doesNotContain("script-src 'unsafe-inline'");
    }

    @Test
    void noPageNamesAnotherHost() {
        ScriptNonce.of(request);
        assertThat(Pattern.compile("https?:|wss?:|\\*|//").matcher(policy()).find())
                .isFalse();
    }

    @Test
    void everyAnswerHasANonceOfItsOwn() {
        assertThat(ScriptNonce.of(request))
                .isEqualTo(ScriptNonce.of(request))
                .isNotEqualTo(ScriptNonce.of(new MockHttpServletRequest()));
    }

    @Test
    void whatIsNoPageMayDoNothing() {
        assertThat(policy()).startsWith("default-src 'none';").doesNotContain("script-src", "self");
    }

    @Test
    void theArmsOfTheTownHaveAPolicyOfTheirOwn() {
        response.setHeader(ContentPolicy.HEADER, "sandbox");
        assertThat(policy()).isEqualTo("sandbox");
    }

    private String policy() {
        new ContentPolicy().writeHeaders(request, response);
        return String.valueOf(response.getHeader(ContentPolicy.HEADER));
    }
}
