package org.humdash.vocabulary.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The formats a table is handed out in. */
public enum ExportFormat {
    /** One object whose member {@code items} has an object for each row. */
    JSON("json", "application/json", "json"),
    CSV("csv", "text/csv;charset=UTF-8", "csv"),
    /** CSV with a row of HXL hashtags below the header. It has no media type of its own, so it is asked for by name. */
    HXL("hxl", "text/csv;charset=UTF-8", "hxl.csv"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    /** A FeatureCollection of points; a row without a position has a null geometry. */
    GEOJSON("geojson", "application/geo+json", "geojson"),
    /** An object for each line. */
    NDJSON("ndjson", "application/x-ndjson", "ndjson");

    /** The writers hand on what suits themselves, half a KiB some of them; a network wants more at a time. */
    private static final int PIECE = 65_536;

    private final String word;
    private final String mediaType;
    private final String extension;

    ExportFormat(String word, String mediaType, String extension) {
        this.word = word;
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** What a caller writes to ask for it: {@code ?format=geojson}. */
    public String word() {
        return word;
    }

    /** For the header Content-Type. */
    public String mediaType() {
        return mediaType;
    }

    /** A name for the file: {@code incidents.hxl.csv}. */
    public String fileName(String table) {
        return table + "." + extension;
    }

    /** The media type without its parameters. */
    String essence() {
        int parameters = mediaType.indexOf(';');
        return parameters < 0 ? mediaType : mediaType.substring(0, parameters);
    }

    /**
     * Begins a table.
     *
     * @param out stays open; written in large pieces, so it needs no buffer
     * @throws IllegalArgumentException if this is HXL and no column has a hashtag
     */
    public TableWriter writer(OutputStream out, TableLayout layout) throws IOException {
        return writer(out, layout, false);
    }

    /**
     * Begins a table for a spreadsheet program: with the byte-order mark in front of CSV and HXL without which Excel does
     * not see that they are UTF-8.
     */
    public TableWriter writerForSpreadsheets(OutputStream out, TableLayout layout) throws IOException {
        return writer(out, layout, true);
    }

    private TableWriter writer(OutputStream out, TableLayout layout, boolean withMark) throws IOException {
        OutputStream pieces = new BufferedOutputStream(out, PIECE);
        return switch (this) {
            case JSON -> JsonTableWriter.items(pieces, layout);
            case CSV -> CsvTableWriter.csv(pieces, layout, withMark);
            case HXL -> CsvTableWriter.hxl(pieces, layout, withMark);
            case XLSX -> XlsxTableWriter.open(pieces, layout);
            case GEOJSON -> JsonTableWriter.features(pieces, layout);
            case NDJSON -> JsonTableWriter.lines(pieces, layout);
        };
    }
}
