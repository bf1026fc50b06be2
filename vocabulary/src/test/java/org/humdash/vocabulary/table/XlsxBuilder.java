package org.humdash.vocabulary.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks for tests, part by part, so that they can be wrong in any way. */
final class XlsxBuilder {

    private final Map<String, String> parts = new LinkedHashMap<>();

    /** A workbook of one sheet with styles 0 plain, 1 date, 2 date and time, 3 a number with a unit. */
    static XlsxBuilder workbook(String rows) {
        return new XlsxBuilder()
                .with("_rels/.rels", """
                        <Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>""")
                .with("xl/workbook.xml", """
                        <workbook xmlns:r="http://r"><sheets><sheet name="Incidents" sheetId="1" r:id="rId1"/></sheets></workbook>""")
                .with("xl/_rels/workbook.xml.rels", """
                        <Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""")
                .with("xl/styles.xml", """
                        <styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-409]d\\-mmm\\-yy"/>
                        <numFmt numFmtId="165" formatCode="0&quot; dead&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
                        <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="165"/></cellXfs></styleSheet>""")
                .with("xl/sharedStrings.xml", """
                        <sst><si><t>id</t></si><si><r><t>pl</t></r><r><t>ace</t></r><rPh><t>x</t></rPh></si><si><t>Gaza &amp; Rafah_x000D_</t></si></sst>""")
                .with("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }

    XlsxBuilder with(String part, String content) {
        parts.put(part, content);
        return this;
    }

    byte[] build() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
