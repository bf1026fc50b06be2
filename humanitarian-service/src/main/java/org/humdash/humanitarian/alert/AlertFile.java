package org.humdash.humanitarian.alert;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.humdash.humanitarian.alert.AlertFileException.Code;

/** A file of alerts, of whichever form: its content tells, not what it is called. */
final class AlertFile {

    /** A hundred times the size of a long feed; all of a file is in memory at once. */
    static final int MOST_BYTES = 8 << 20;

    /** How far in the first sign may stand, behind white space. */
    private static final int LOOKED_AT = 1_024;

    private AlertFile() {}

    /**
     * Reads the alerts of a file.
     *
     * @throws AlertFileException when it is no such file, or one that may do harm
     */
    static ReadAlerts read(InputStream in) throws IOException {
        PushbackInputStream file = new PushbackInputStream(new Limited(in), LOOKED_AT);
        byte[] start = file.readNBytes(LOOKED_AT);
        file.unread(start);
        ReadAlerts alerts = new ReadAlerts();
        switch (first(start)) {
            case '<' -> xml(file, alerts);
            case '{', '[' -> GdacsJsonReader.read(file, alerts);
            default ->
                throw new AlertFileException(
                        Code.UNKNOWN_FORM,
                        1,
                        1,
                        "a file of alerts is CAP or GeoRSS in XML, or an event of GDACS in JSON");
        }
        return alerts;
    }

    private static void xml(InputStream file, ReadAlerts alerts) {
        AlertXml xml = new AlertXml(file);
        xml.nextChild();
        switch (xml.name()) {
            case "alert" -> CapReader.read(xml, alerts);
            case "rss" -> GdacsFeedReader.read(xml, alerts);
            default ->
                throw xml.at(
                        Code.UNKNOWN_FORM,
                        "the outermost element is <" + AlertProblems.shown(xml.name())
                                + ">; read are <alert> of CAP and <rss> of GDACS");
        }
        xml.finish();
    }

    /** The first sign that is no white space and no byte order mark; in UTF-16 its other byte is zero. */
    private static int first(byte[] start) {
        if (start.length == 0) {
            throw new AlertFileException(Code.EMPTY_FILE, 0, 0, "The file is empty");
        }
        if (begins(start, 'P', 'K') || begins(start, 0x1F, 0x8B)) {
            throw new AlertFileException(
                    Code.UNSAFE_FILE, 0, 0, "The file is an archive or compressed; send what is in it, one by one");
        }
        for (byte b : start) {
            int sign = b & 0xFF;
            boolean isMark = sign == 0xEF || sign == 0xBB || sign == 0xBF || sign == 0xFE || sign == 0xFF;
            if (!isMark && sign > ' ') {
                return sign;
            }
        }
        return 0;
    }

    private static boolean begins(byte[] start, int... signs) {
        for (int i = 0; i < signs.length; i++) {
            if (i >= start.length || (start[i] & 0xFF) != signs[i]) {
                return false;
            }
        }
        return true;
    }

    /** Ends the reading of a file that is too large, wherever it is being read. */
    private static final class Limited extends FilterInputStream {

        private long count;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            counted(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            counted(Math.max(0, read));
            return read;
        }

        private void counted(int bytes) {
            count += bytes;
            if (count > MOST_BYTES) {
                throw new AlertFileException(
                        Code.FILE_TOO_LARGE, 0, 0, "The file has more than " + (MOST_BYTES >> 20) + " MiB");
            }
        }
    }
}
