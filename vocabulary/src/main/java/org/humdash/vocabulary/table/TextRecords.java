package org.humdash.vocabulary.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import org.humdash.vocabulary.hxl.CellCollector;
import org.humdash.vocabulary.hxl.CellCollector.Cells;
import org.humdash.vocabulary.hxl.CsvTable;
import org.humdash.vocabulary.hxl.TableException;
import org.humdash.vocabulary.hxl.TableException.Code;

/** Rows of a text whose cells are separated by one character and quoted by {@code "}. */
final class TextRecords implements RecordSource {

    /** Characters of one cell read before giving up on the file: the sign of a quote that is never closed. */
    private static final int MOST_BUFFERED = 65_536;

    private final CsvReader<Cells> reader;
    private final Iterator<Cells> records;
    private final Charset charset;
    private long number;

    TextRecords(Reader text, Charset charset, char separator) {
        this.charset = charset;
        reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(MOST_BUFFERED)
                .build(new CellCollector(CsvTable.MOST_COLUMNS, CellText.LONGEST), text);
        records = reader.iterator();
    }

    @Override
    public RawRecord next() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            Cells cells = records.next();
            number++;
            return new RawRecord(number, cells.values(), cells.count(), List.of());
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new TableException(
                        Code.WRONG_ENCODING,
                        number + 1,
                        "This is not " + charset.name() + " text here, as it is elsewhere; say which encoding it is in,"
                                + " or save the file anew as UTF-8",
                        e);
            }
            throw e;
        } catch (CsvParseException e) {
            throw malformed(e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private TableException malformed(CsvParseException e) {
        if (e.getCause() instanceof RuntimeException failureOfTheStream) {
            throw failureOfTheStream;
        }
        // Running out of buffer has no exception type of its own.
        if (e.getMessage().startsWith("The maximum buffer size")) {
            return new TableException(
                    Code.CELL_TOO_LONG,
                    number + 1,
                    "A cell is longer than " + MOST_BUFFERED + " characters; is a quote opened here and never closed?",
                    e);
        }
        return new TableException(
                Code.MALFORMED_CSV,
                number + 1,
                "The quotes do not add up. A cell that holds a quote is quoted itself, and its quotes are doubled",
                e);
    }
}
