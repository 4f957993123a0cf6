package city.cockpit.nodes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Several cockpits on one broker and one database.
 *
 * @param silence without a sign of life after which another node fetches the messages that wait for one
 */
@ConfigurationProperties("cockpit.nodes")
record NodesSettings(@DefaultValue("15s") Duration silence) {}
