package org.humdash.vocabulary.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.humdash.vocabulary.provider.ProviderDate;
import org.humdash.vocabulary.text.Folding;

/** Makes a key of what a record says, so that the same record has the same key in the next file. */
final class ContentKey {

    private static final int LENGTH = 32;

    private ContentKey() {}

    /** The date counts as such, however it is written, and letters count without their case and accents. */
    static String of(Cells cells) {
        StringBuilder content = new StringBuilder();
        ProviderDate date = cells.date(0);
        content.append(date == null ? "" : date.from() + "/" + date.to());
        boolean isEmpty = date == null;
        for (int i = 1; i < cells.values().size(); i++) {
            String value = cells.get(i);
            content.append('\u001F').append(value == null ? "" : Folding.fold(value));
            isEmpty &= value == null;
        }
        return isEmpty ? null : "content-" + hash(content.toString());
    }

    private static String hash(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
