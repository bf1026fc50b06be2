package org.humdash.vocabulary.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.humdash.vocabulary.hxl.TableException;
import org.humdash.vocabulary.hxl.TableException.Code;

/**
 * The texts of a workbook, of which the sheets give only the number. They are the one thing that is held in memory as a
 * whole, and limited for that reason.
 */
final class SharedStrings {

    private static final int MOST = 2_000_000;
    private static final long MOST_CHARACTERS = 32_000_000;

    private final List<String> strings = new ArrayList<>();

    private SharedStrings() {}

    /** @param content null if the workbook has none; closed */
    static SharedStrings read(InputStream content) throws IOException {
        SharedStrings shared = new SharedStrings();
        if (content != null) {
            try (SafeXml xml = new SafeXml(content)) {
                shared.read(xml);
            }
        }
        return shared;
    }

    /** The text of a number; null if there is none. */
    String get(int index) {
        return index >= 0 && index < strings.size() ? strings.get(index) : null;
    }

    private void read(SafeXml xml) {
        long characters = 0;
        while (xml.advance()) {
            if (xml.isStart("si")) {
                String text = richText(xml, "si");
                strings.add(text);
                characters += text.length();
                if (strings.size() > MOST || characters > MOST_CHARACTERS) {
                    throw new TableException(
                            Code.FILE_TOO_LARGE,
                            null,
                            "The workbook holds more text than is read from a workbook. Save the sheet as CSV");
                }
            }
        }
    }

    /** The text of an element of pieces in different fonts, without the reading aids of Japanese. */
    static String richText(SafeXml xml, String element) {
        StringBuilder text = new StringBuilder();
        boolean isText = false;
        boolean isAid = false;
        while (xml.advance() && !xml.isEnd(element)) {
            if (xml.isStart("rPh") || xml.isEnd("rPh")) {
                isAid = xml.isStart();
            } else if (xml.isStart("t") || xml.isEnd("t")) {
                isText = xml.isStart();
            } else if (isText && !isAid) {
                xml.appendText(text);
            }
        }
        return Escapes.resolved(CellText.of(text.toString()));
    }
}
