package org.humdash.local.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Report REPORT = new Report(
            Instant.parse("2025-12-19T12:00:00Z"),
            List.of(
                    Finding.ok("ready", "gateway", "ready"),
                    Finding.problem("disk", "/data", "0.5 GB of 10.0 GB are left", "make room"),
                    Finding.warning("backup", "backups", "old", "make one")));

    @Test
    void peopleReadALineForEachFindingAndWhatToDo() {
        assertEquals("""
                        ok       ready       gateway: ready
                        PROBLEM  disk        /data: 0.5 GB of 10.0 GB are left
                                             > make room
                        warning  backup      backups: old
                                             > make one
                        problems: 1, warnings: 1, in order: 1""", REPORT.text());
    }

    @Test
    void programsReadTheSame() {
        assertEquals(
                """
                        {"at":"2025-12-19T12:00:00Z","worst":"PROBLEM","findings":[\
                        {"check":"ready","subject":"gateway","level":"OK","what":"ready"},\
                        {"check":"disk","subject":"/data","level":"PROBLEM","what":"0.5 GB of 10.0 GB are left","advice":"make room"},\
                        {"check":"backup","subject":"backups","level":"WARNING","what":"old","advice":"make one"}]}""",
                REPORT.json()
                        .replaceAll("\\n *", "")
                        .replace(" : ", ":")
                        .replace("}, {", "},{")
                        .replace("[ {", "[{")
                        .replace("} ]", "}]"));
    }

    @Test
    void theWorstDecides() {
        assertEquals(Level.PROBLEM, REPORT.worst());
        assertEquals(Level.WARNING, new Report(REPORT.at(), REPORT.findings().subList(2, 3)).worst());
        assertEquals(Level.OK, new Report(REPORT.at(), List.of()).worst());
    }

    @Test
    void theKeyOfTestsIsKnownAmongOthers() {
        String ofTests = "b25seS1mb3ItdGVzdHMtb25seS1mb3ItdGVzdHMtMTI=";
        String another = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

        assertEquals(
                Level.OK,
                new PasswordCheck(List.of(), Optional.of(another))
                        .look()
                        .getFirst()
                        .level());
        assertEquals(
                Level.PROBLEM,
                new PasswordCheck(List.of(), Optional.of(another + "," + ofTests))
                        .look()
                        .getFirst()
                        .level());
    }

    @Test
    void whetherAPasswordIsWantedIsNotSaidOfADatabaseThatDoesNotAnswer() throws Exception {
        int nobodys;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobodys = taken.getLocalPort();
        }
        Database database = new Database(
                "incident",
                "jdbc:postgresql://127.0.0.1:" + nobodys + "/incident",
                "owner",
                "a-long-and-unusual-password");

        assertEquals(
                List.of(Finding.ok(
                        "secrets", "password of owner", "not a usual one; whether it is wanted is not known")),
                new PasswordCheck(List.of(database), Optional.empty()).look());
    }
}
