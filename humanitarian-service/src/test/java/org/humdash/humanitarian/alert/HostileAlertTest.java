package org.humdash.humanitarian.alert;

import static org.humdash.humanitarian.alert.Alerts.cap;
import static org.humdash.humanitarian.alert.Alerts.gdacs;
import static org.humdash.humanitarian.alert.Alerts.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.humdash.humanitarian.alert.AlertFileException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are meant to do harm, or that no honest sender sends. */
class HostileAlertTest {

    private static final String GOOD = cap("met@example.org", "a-1", "");

    @Test
    void entitiesThatExpandAreRefusedWhereTheyAreDeclared() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE alert [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 50; i++) {
            laughs.append("<!ENTITY a%d \"&a%d;&a%d;&a%d;\">".formatted(i, i - 1, i - 1, i - 1));
        }
        AlertFileException refused =
                refused(GOOD.replace("<alert", laughs + "]>\n<alert").replace("Coast", "&a49;"));
        assertEquals(Code.UNSAFE_FILE, refused.code());
        assertEquals(2, refused.line());
        assertTrue(
                refused.getMessage().endsWith("the file declares a document type, which no alert needs"),
                refused.getMessage());
    }

    @Test
    void anExternalEntityIsRefusedAndNobodyIsAskedForIt() throws IOException {
        AtomicBoolean wasAsked = new AtomicBoolean();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            wasAsked.set(true);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://localhost:" + server.getAddress().getPort() + "/x";
            for (String doctype : new String[] {
                "<!DOCTYPE alert SYSTEM \"" + address + "\">",
                "<!DOCTYPE alert [<!ENTITY x SYSTEM \"" + address + "\">]>",
                "<!DOCTYPE alert [<!ENTITY % x SYSTEM \"" + address + "\"> %x;]>",
                "<!DOCTYPE alert [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
            }) {
                AlertFileException refused =
                        refused(GOOD.replace("<alert", doctype + "<alert").replace("Coast", "&x;"));
                assertEquals(Code.UNSAFE_FILE, refused.code(), doctype);
            }
        } finally {
            server.stop(0);
        }
        assertFalse(wasAsked.get());
    }

    @Test
    void anEntityThatNobodyDeclaredIsRefused() {
        AlertFileException refused = refused(GOOD.replace("Coast", "&nbsp;"));
        assertEquals(Code.UNSAFE_FILE, refused.code());
        assertEquals(20, refused.line());
    }

    @Test
    void deepNestingIsRefusedWhereItIsTooDeep() {
        AlertFileException refused = refused(GOOD.replace("Coast", "<x>".repeat(100_000)));
        assertEquals(Code.UNSAFE_FILE, refused.code());
        assertEquals("Line 20, column 158: elements are nested deeper than 50 levels", refused.getMessage());
        assertEquals(
                Code.UNSAFE_FILE,
                refused("{\"properties\": " + "[".repeat(100_000)).code());
        assertEquals(Code.UNSAFE_FILE, refused("{\"a\":".repeat(100_000)).code());
    }

    @Test
    void aGiantTextIsRefused() {
        AlertFileException refused = refused(GOOD.replace("Storm expected", "x".repeat(300_000)));
        assertEquals(Code.UNSAFE_FILE, refused.code());
        assertTrue(
                refused.getMessage().endsWith("the text of <headline> is longer than 200000 characters"),
                refused.getMessage());
        assertEquals(
                Code.UNSAFE_FILE,
                refused(gdacs(1, 1, ", \"glide\": \"" + "x".repeat(300_000) + "\""))
                        .code());
        assertEquals(
                Code.UNSAFE_FILE,
                refused(gdacs(1, 1, ", \"x\": " + "9".repeat(1_000))).code());
    }

    @Test
    void giantNamesAndHordesOfAttributesAreRefused() {
        assertEquals(Code.UNSAFE_FILE, refused("<" + "a".repeat(5_000) + "/>").code());
        StringBuilder attributes = new StringBuilder("<alert");
        for (int i = 0; i < 1_000; i++) {
            attributes.append(" a").append(i).append("='1'");
        }
        assertEquals(Code.UNSAFE_FILE, refused(attributes + "/>").code());
    }

    @Test
    void aFileWithoutEndIsReadToItsLimitOnly() {
        for (String start : new String[] {"<alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'>", "<alert x='", "{"}) {
            Endless endless = new Endless(start);
            AlertFileException refused = assertThrows(AlertFileException.class, () -> AlertFile.read(endless));
            assertEquals(Code.FILE_TOO_LARGE, refused.code(), start);
            assertTrue(endless.count <= AlertFile.MOST_BYTES + 65_536, start);
        }
    }

    @Test
    void anArchiveIsNotUnpacked() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("alert.xml"));
            out.write(GOOD.getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(new byte[50 << 20]);
        }
        for (byte[] archive : new byte[][] {zip.toByteArray(), gzip.toByteArray()}) {
            AlertFileException refused = assertThrows(AlertFileException.class, () -> read(archive));
            assertEquals(Code.UNSAFE_FILE, refused.code());
            assertEquals("The file is an archive or compressed; send what is in it, one by one", refused.getMessage());
        }
    }

    @Test
    void aWrongEncodingIsRefusedWhereTheFirstByteDoesNotFit() {
        byte[] latin = GOOD.replace("Coast", "Côte").getBytes(StandardCharsets.ISO_8859_1);
        AlertFileException refused = assertThrows(AlertFileException.class, () -> read(latin));
        assertEquals(Code.WRONG_ENCODING, refused.code());
        assertEquals(20, refused.line());
        assertEquals(
                Code.WRONG_ENCODING, refused(GOOD.replace("UTF-8", "klingon")).code());
        byte[] declared =
                GOOD.replace("UTF-8", "ISO-8859-1").replace("Coast", "Côte").getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                "Côte", read(declared).messages().getFirst().areaDescriptions().getFirst());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<alert>",
                "<a><b></a>",
                "<alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'/><alert/>",
                "<x:alert/>",
                "<rss>\u0001</rss>"
            })
    void whatIsNoXmlSaysWhere(String file) {
        AlertFileException refused = refused(file);
        assertTrue(refused.code() == Code.MALFORMED_XML || refused.code() == Code.UNKNOWN_FORM, refused.getMessage());
        assertEquals(1, refused.line());
        assertTrue(refused.column() > 1, refused.getMessage());
        assertFalse(refused.getMessage().contains("http://www.w3.org"), refused.getMessage());
    }

    @Test
    void whatIsWrongBehindTheLastAlertIsSeenToo() {
        assertEquals(Code.MALFORMED_XML, refused(GOOD + "<more/>").code());
        assertEquals(Code.MALFORMED_JSON, refused(gdacs(1, 1, "") + "{").code());
        AlertFileException twice = refused(gdacs(1, 1, ", \"eventid\": 2"));
        assertEquals(Code.MALFORMED_JSON, twice.code());
        assertEquals(6, twice.line());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void aDamagedFileIsReadOrRefusedAndNothingElse(int seed) {
        String update = GOOD.replace(
                        "<info>", "<references>met@example.org,a-0,2025-12-09T06:00:00+02:00</references><info>")
                .replace(
                        "Coast</areaDesc>",
                        "Coast</areaDesc><polygon>31,34 32,34 32,35 31,34</polygon><circle>31,34 5</circle>");
        String feed = "<rss xmlns:gdacs='http://www.gdacs.org'><channel><item><gdacs:eventtype>TC</gdacs:eventtype>"
                + "<gdacs:eventid>1</gdacs:eventid><gdacs:episodeid>1</gdacs:episodeid>"
                + "<gdacs:bbox>1 2 3 4</gdacs:bbox><pubDate>Wed, 10 Dec 2025 08:05:23 GMT</pubDate>"
                + "<gdacs:severity unit='km/h' value='9'>x</gdacs:severity></item></channel></rss>";
        Random random = new Random(seed);
        int read = 0;
        int refused = 0;
        for (String file : new String[] {update, feed, gdacs(1, 1, "")}) {
            for (int i = 0; i < 1_000; i++) {
                byte[] damaged = damaged(file.getBytes(StandardCharsets.UTF_8), random);
                try {
                    ReadAlerts alerts = read(damaged);
                    // What is read can be placed and told apart, too.
                    alerts.messages().forEach(message -> {
                        message.pcodes();
                        message.type();
                        message.box();
                        message.replaces();
                        message.shownFrom();
                    });
                    read++;
                } catch (AlertFileException e) {
                    assertTrue(e.line() >= 0 && e.getMessage().length() < 1_000, e.getMessage());
                    refused++;
                }
            }
        }
        assertTrue(read > 100 && refused > 100, read + " read, " + refused + " refused");
    }

    /** A few bytes replaced, doubled, taken out or moved. */
    private static byte[] damaged(byte[] file, Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int wounds = 1 + random.nextInt(3);
        int last = 0;
        for (int wound = 0; wound < wounds; wound++) {
            int at = last + random.nextInt(file.length - last);
            out.write(file, last, at - last);
            last = Math.min(file.length - 1, at + random.nextInt(4));
            int from = random.nextInt(file.length);
            switch (random.nextInt(3)) {
                case 0 -> out.write(random.nextInt(256));
                case 1 -> out.write(file, from, Math.min(random.nextInt(40), file.length - from));
                default -> out.writeBytes(new byte[] {'9', '9', '9'});
            }
        }
        out.write(file, last, file.length - last);
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "Storm!", "a,b\n1,2", "<html><body/></html>", "<alert/>"})
    void whatIsNoFileOfAlertsIsNotReadAsOne(String file) {
        Code code = refused(file).code();
        assertEquals(file.isEmpty() ? Code.EMPTY_FILE : Code.UNKNOWN_FORM, code);
    }

    private static AlertFileException refused(String file) {
        return assertThrows(AlertFileException.class, () -> read(file));
    }

    /** A start, and then the letter x for ever. */
    private static final class Endless extends InputStream {

        private final byte[] start;
        private long count;

        Endless(String start) {
            this.start = start.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            return count < start.length ? start[(int) count++] : x();
        }

        private int x() {
            count++;
            return start[0] == '{' ? ' ' : 'x';
        }
    }
}
