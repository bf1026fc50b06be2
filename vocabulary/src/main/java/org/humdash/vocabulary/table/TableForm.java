package org.humdash.vocabulary.table;

/** How a table is written down. */
public enum TableForm {
    /** Text of rows and separators: CSV and its kin. */
    TEXT,
    XLSX,
    /** A JSON array of objects, alone or as a member of an object. */
    JSON_OBJECTS,
    /** A JSON array of arrays, as HXL has it. */
    JSON_ARRAYS,
    /** A GeoJSON feature collection. */
    GEOJSON,
    /** JSON objects one after the other. */
    NDJSON
}
