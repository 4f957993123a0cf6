package city.cockpit.registry.rights;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Mosquitto's dynamic-security plug-in is told: for each account a client and a role of its own, whose names and
 * marks say that they are the cockpit's; what anybody else set up there is left alone.
 */
final class MosquittoCommands {

    static final String ROLE = "cockpit-account-";
    /** In front of the number of the password, as the name of a client for people. */
    private static final String MARK = "cockpit ";

    private static final String SEND = "publishClientSend";
    private static final String RECEIVE = "publishClientReceive";
    private static final String SUBSCRIBE = "subscribePattern";
    /** The plug-in's patterns for everything do not comprise these. */
    private static final List<String> EVERYTHING = List.of("#", "$SYS/#", "$CONTROL/#");

    private final JsonMapper json;

    MosquittoCommands(JsonMapper json) {
        this.json = json;
    }

    /** A rule of a role; those of higher priority are asked first. */
    private record Rule(String type, String topic, int priority, boolean allow) {}

    /**
     * What it takes that the account is there as it is to be, however it was; the first and third may fail because there is
     * one already.
     *
     * @param password a new one
     */
    List<ObjectNode> ensure(AccountRow row, List<String> topics, Optional<String> password) {
        var commands = new ArrayList<ObjectNode>();
        commands.add(role("createRole", row, topics));
        commands.add(role("modifyRole", row, topics));
        var create = client("createClient", row);
        create.put("textname", MARK + 0);
        commands.add(create);
        var modify = client("modifyClient", row);
        password.ifPresent(text -> {
            modify.put("password", text);
            modify.put("textname", MARK + row.passwordNumber());
        });
        commands.add(modify);
        commands.add(named(row.state() == Account.State.OPEN ? "enableClient" : "disableClient", row.name()));
        return commands;
    }

    private ObjectNode role(String command, AccountRow row, List<String> topics) {
        var role = command(command).put("rolename", ROLE + row.name());
        var rules = role.putArray("acls");
        for (var rule : rules(topics))
            rules.addObject()
                    .put("acltype", rule.type())
                    .put("topic", rule.topic())
                    .put("priority", rule.priority())
                    .put("allow", rule.allow());
        return role;
    }

    /** Forbids the rest in so many words, whatever the broker allows by default. */
    private static Set<Rule> rules(List<String> topics) {
        var rules = new HashSet<Rule>();
        rules.add(new Rule(SEND, "cockpit/#", 1, false));
        topics.forEach(topic -> rules.add(new Rule(SEND, topic, 0, true)));
        for (var all : EVERYTHING) {
            rules.add(new Rule(SEND, all, -1, false));
            rules.add(new Rule(RECEIVE, all, -1, false));
            rules.add(new Rule(SUBSCRIBE, all, -1, false));
        }
        return rules;
    }

    private ObjectNode client(String command, AccountRow row) {
        var client = named(command, row.name()).put("clientid", row.clientId());
        client.putArray("roles").addObject().put("rolename", ROLE + row.name());
        return client;
    }

    List<ObjectNode> remove(String name) {
        return List.of(named("deleteClient", name), command("deleteRole").put("rolename", ROLE + name));
    }

    ObjectNode getClient(String name) {
        return named("getClient", name);
    }

    ObjectNode getRole(String name) {
        return command("getRole").put("rolename", ROLE + name);
    }

    /** A page of what there is, with details. */
    ObjectNode list(String what, int offset, int count) {
        return command(what).put("verbose", true).put("offset", offset).put("count", count);
    }

    /** Something to which it answers without doing anything. */
    ObjectNode knock() {
        return command("getDefaultACLAccess");
    }

    private ObjectNode named(String command, String name) {
        return command(command).put("username", name);
    }

    private ObjectNode command(String name) {
        return json.createObjectNode().put("command", name);
    }

    /** One message. */
    String message(Collection<ObjectNode> commands, String mark) {
        var message = json.createObjectNode();
        ArrayNode all = message.putArray("commands");
        commands.forEach(command -> all.add(command.deepCopy().put("correlationData", mark)));
        return json.writeValueAsString(message);
    }

    /** Whether a client of the plug-in is one of ours. */
    static boolean isOurs(JsonNode client) {
        return client.path("textname").asString("").startsWith(MARK);
    }

    /** The number of the password that the broker knows; 0 for none. */
    static int passwordNumber(JsonNode client) {
        var text = client.path("textname").asString("");
        return text.matches(MARK + "[0-9]{1,9}") ? Integer.parseInt(text.substring(MARK.length())) : 0;
    }

    /** Whether everything but the password is as it is to be. */
    static boolean isInStep(AccountRow row, List<String> topics, JsonNode client, JsonNode role) {
        return client.path("clientid").asString("").equals(row.clientId())
                && client.path("disabled").asBoolean(false) == (row.state() != Account.State.OPEN)
                && client.path("roles").size() == 1
                && client.path("roles").path(0).path("rolename").asString("").equals(ROLE + row.name())
                && rules(role).equals(rules(topics));
    }

    private static Set<Rule> rules(JsonNode role) {
        var rules = new HashSet<Rule>();
        for (var rule : role.path("acls"))
            rules.add(new Rule(
                    rule.path("acltype").asString(""),
                    rule.path("topic").asString(""),
                    rule.path("priority").asInt(0),
                    rule.path("allow").asBoolean(false)));
        return rules;
    }
}
