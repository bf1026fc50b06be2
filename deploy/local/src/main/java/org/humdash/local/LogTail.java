package org.humdash.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The last lines of a log, indented, with the path of the whole: what to show when a program ended by itself. */
final class LogTail {

    private static final int LINES = 15;
    private static final int BYTES = 16 * 1024;

    private LogTail() {}

    static String of(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long length = file.length();
            byte[] end = new byte[(int) Math.min(BYTES, length)];
            file.seek(length - end.length);
            file.readFully(end);
            List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
            if (lines.isEmpty()) {
                return "its log is empty: " + log;
            }
            return lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                    .collect(Collectors.joining("\n    ", "its log " + log + " ends:\n    ", ""));
        } catch (IOException e) {
            return "its log cannot be read: " + log;
        }
    }
}
