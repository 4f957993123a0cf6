package city.sim.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What processes of this machine take, as Linux counts it. */
final class Usage {

    private static final double TICKS_A_SECOND = 100;
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private Usage() {}

    /** Seconds of processor time of the processes, with those of their children that have ended. */
    static double cpuSeconds(List<Long> pids) {
        var ticks = 0L;
        for (var pid : pids) ticks += ticks(pid);
        return ticks / TICKS_A_SECOND;
    }

    private static long ticks(long pid) {
        try {
            var line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Resident memory in megabytes. */
    static double residentMegabytes(long pid) throws IOException {
        var status = RESIDENT.matcher(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
        return status.find() ? Long.parseLong(status.group(1)) / 1024.0 : 0;
    }

    /** The processes that work in a folder, as those of a PostgreSQL do in their data. */
    static List<Long> workingIn(Path folder) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> isIn(folder, pid))
                .toList();
    }

    private static boolean isIn(Path folder, long pid) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd"))
                    .startsWith(folder);
        } catch (IOException e) {
            return false;
        }
    }

    /** How many tasks wanted a processor on average in the last minute, ours and others'. */
    static double load() throws IOException {
        return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[0]);
    }
}
