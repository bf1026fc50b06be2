package org.humdash.humanitarian.mapping;

import java.util.ArrayList;
import java.util.List;
import org.humdash.vocabulary.mapping.Cells;
import org.humdash.vocabulary.mapping.ColumnNames;
import org.humdash.vocabulary.mapping.CommonConversion;
import org.humdash.vocabulary.mapping.FieldMapping;
import org.humdash.vocabulary.mapping.FieldsBuilder;

/** Records of the Displacement Tracking Matrix: displaced people present in an area at a date, by reason and origin. */
final class DtmRecords {

    static final List<String> NOTES = List.of(
            "An area may have several records of one date, by reason and by area of origin: each is kept as a figure of its"
                    + " own, with both in its note, and none is a total");

    private static final String INDICATOR = "IDPS_PRESENT";
    private static final List<String> LABELS = List.of("Operation", "round", "reason", "from", "assessment");

    private DtmRecords() {}

    static boolean isOne(ColumnNames columns) {
        return columns.hasAll("numPresentIdpInd", "reportingDate");
    }

    static void map(FieldsBuilder fields, FiguresBuilder figures) {
        fields.constant("originator", "IOM")
                .constant("indicator", INDICATOR)
                .first("reference", ObservationConversion.DTM_KEY, "id")
                .contentKey(
                        "reportingDate",
                        "operation",
                        "admin2Pcode",
                        "admin2Name",
                        "admin1Pcode",
                        "admin1Name",
                        "admin0Pcode",
                        "roundNumber",
                        "displacementReason",
                        "idpOriginAdmin1Pcode",
                        "idpOriginAdmin1Name",
                        "assessmentType")
                .all("area", CommonConversion.AREA, "admin2Pcode", "admin1Pcode", "admin0Pcode")
                .first("valid_from", CommonConversion.FIRST_DAY, "reportingDate")
                .first("valid_to", CommonConversion.LAST_DAY, "reportingDate")
                .places(
                        "note",
                        ObservationConversion.DTM_NOTE,
                        "operation",
                        "roundNumber",
                        "displacementReason",
                        "idpOriginAdmin1Name",
                        "assessmentType");
        figures.add("ALL", INDICATOR, CommonConversion.COUNT, "numPresentIdpInd")
                .add("MALE", INDICATOR, CommonConversion.COUNT, "numberMales")
                .with("sex", FieldMapping.constant("MALE"))
                .add("FEMALE", INDICATOR, CommonConversion.COUNT, "numberFemales")
                .with("sex", FieldMapping.constant("FEMALE"));
    }

    static String note(Cells cells) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < LABELS.size(); i++) {
            if (cells.get(i) != null) {
                parts.add(LABELS.get(i) + ": " + cells.get(i));
            }
        }
        return parts.isEmpty() ? null : String.join("; ", parts);
    }
}
