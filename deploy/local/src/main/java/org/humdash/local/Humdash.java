package org.humdash.local;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.humdash.local.doctor.Doctor;
import org.humdash.local.doctor.Installation;
import org.humdash.local.doctor.Report;

/** The program behind {@code ./humdash up}, {@code down}, {@code status}, {@code key}, {@code backup}, {@code restore} and {@code doctor}. */
public final class Humdash {

    private Humdash() {}

    public static void main(String[] words) throws InterruptedException {
        System.exit(run(words).number());
    }

    private static ExitCode run(String[] words) throws InterruptedException {
        try {
            if (words.length > 0 && words[0].equals("key")) {
                return key(KeyArguments.parse(rest(words)));
            }
            if (words.length > 0 && words[0].equals("backup")) {
                return backup(BackupArguments.parse("backup", "--to", rest(words)));
            }
            if (words.length > 0 && words[0].equals("restore")) {
                return restore(BackupArguments.parse("restore", "--from", rest(words)));
            }
            if (words.length > 0 && words[0].equals("doctor")) {
                return doctor(DoctorArguments.parse(rest(words), System.getenv()));
            }
            Arguments arguments = Arguments.parse(words);
            Path home = home();
            Path data = data(arguments.data(), home);
            Progress progress = progress();
            return switch (arguments.command()) {
                case UP -> new Up(home, DataFolder.create(data), arguments, progress).run();
                case DOWN -> new Down(new DataFolder(data), progress).run();
                case STATUS -> new Status(new DataFolder(data), progress).run();
            };
        } catch (LocalException e) {
            System.err.println("humdash: " + e.getMessage());
            return e.exitCode();
        }
    }

    /** With the administrator's key of the data folder, or the one that stands in the environment. */
    private static ExitCode key(KeyArguments arguments) throws InterruptedException {
        DataFolder folder = new DataFolder(data(arguments.data(), home()));
        String named = System.getenv("HUMDASH_KEY");
        String key = named == null || named.isBlank() ? Secrets.administratorKey(folder.secrets()) : named.strip();
        String url = arguments.url() == null
                ? RunFile.read(folder.runFile())
                        .map(run -> run.addresses().get("gateway"))
                        .orElseThrow(() -> new LocalException(
                                ExitCode.NOT_RUNNING,
                                "nothing runs on " + folder.path() + ": name a gateway with --url"))
                : arguments.url().toString();
        try (GatewayClient gateway = new GatewayClient(url, key)) {
            return new Keys(gateway, System.out).run(arguments);
        }
    }

    private static ExitCode backup(BackupArguments arguments) {
        DataFolder folder = new DataFolder(data(arguments.data(), home()));
        return new Backup(folder, Clock.systemUTC(), progress()).to(arguments.backup());
    }

    private static ExitCode restore(BackupArguments arguments) {
        DataFolder folder = DataFolder.create(data(arguments.data(), home()));
        return new Restore(folder, Clock.systemDefaultZone(), progress()).from(arguments.backup());
    }

    private static ExitCode doctor(DoctorArguments arguments) throws InterruptedException {
        Path home = home();
        Installation installation = arguments.isElsewhere()
                ? arguments.elsewhere()
                : LocalInstallation.on(new DataFolder(data(arguments.data(), home)), home, arguments.backups());
        Report report = new Doctor(installation, Clock.systemUTC()).look();
        System.out.println(arguments.json() ? report.json() : report.text());
        return switch (report.worst()) {
            case OK -> ExitCode.OK;
            case WARNING -> ExitCode.WARNINGS;
            case PROBLEM -> ExitCode.PROBLEMS;
        };
    }

    private static List<String> rest(String[] words) {
        return List.of(words).subList(1, words.length);
    }

    private static Path home() {
        return Path.of(System.getProperty("humdash.home", "")).toAbsolutePath();
    }

    private static Progress progress() {
        return new Progress(System.out, Instant.now());
    }

    private static Path data(Path asked, Path home) {
        if (asked != null) {
            return asked;
        }
        String named = System.getenv("HUMDASH_DATA");
        return named == null || named.isBlank() ? home.resolve(".humdash") : Path.of(named);
    }
}
