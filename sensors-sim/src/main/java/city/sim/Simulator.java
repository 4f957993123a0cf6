package city.sim;

import city.sim.broker.BrokerException;
import java.io.PrintWriter;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line of the simulator. Wrong use ends with one sentence and exit code 2. */
@Command(
        name = "sensors-sim",
        description = "Publishes over MQTT what the sensors of a town would.",
        subcommands = {RunCommand.class, ReplayCommand.class, FaultsCommand.class, LoadCommand.class, BenchCommand.class
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Simulator.Version.class)
public final class Simulator {

    /** Paho logs what its exceptions say anyway; kept, or the logging system forgets the level. */
    private static final Logger PAHO = Logger.getLogger("org.eclipse.paho.mqttv5.client");

    public static void main(String[] arguments) {
        PAHO.setLevel(Level.OFF);
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Simulator())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Simulator::oneSentence)
                .setExecutionExceptionHandler(Simulator::oneSentence);
    }

    private static int oneSentence(ParameterException e, String[] arguments) {
        var sentence = switch (e) {
            case UnmatchedArgumentException unknown ->
                "There is no '%s' here; --help lists what there is."
                        .formatted(unknown.getUnmatched().getFirst());
            default -> e.getMessage();
        };
        e.getCommandLine().getErr().println(sentence);
        return CommandLine.ExitCode.USAGE;
    }

    /** An outage ends with its sentence; a defect shows where it is. */
    private static int oneSentence(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        switch (e) {
            case ParameterException wrongUse -> {
                return oneSentence(wrongUse, new String[0]);
            }
            case Failure failure -> command.getErr().println(failure.getMessage());
            default -> e.printStackTrace(command.getErr());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** A command that could not do what it should, said in one sentence; exit code 1. */
    static final class Failure extends Exception {
        Failure(String sentence) {
            super(sentence);
        }

        static Failure of(BrokerException e) {
            return new Failure(
                    e.reason() == BrokerException.Cause.NO_ENTRY
                            ? e.getMessage()
                            : "The broker does not take the messages: %s.".formatted(e.getMessage()));
        }
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Simulator.class.getPackage().getImplementationVersion();
            return new String[] {"sensors-sim " + (version == null ? "(development)" : version)};
        }
    }

    static PrintWriter out(CommandLine.Model.CommandSpec command) {
        return command.commandLine().getOut();
    }
}
