package city.cockpit.citizens;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SignLanguageConfiguration {

    @Bean
    SignLanguage signLanguage(MediaSettings settings) {
        return new SignLanguage(settings.folder());
    }
}
