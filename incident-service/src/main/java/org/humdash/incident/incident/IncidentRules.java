package org.humdash.incident.incident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.humdash.incident.ceasefire.CeasefireSummary;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.hxl.RowProblem;
import org.humdash.vocabulary.place.Gazetteer;

/**
 * What must hold between the fields of an incident, and between an incident and what is registered. Odd but reported is
 * allowed: more children killed than people, a point outside its governorate are for a reviewer to see.
 *
 * @param ceasefires the ceasefires an incident may belong to, by code
 * @param sources the codes of the registered sources
 * @param today nothing has happened after it
 */
record IncidentRules(Map<String, CeasefireSummary> ceasefires, Set<String> sources, LocalDate today) {

    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_REPORTS = 100;

    /** The problems of a draft, by the column they stand in; none when it may be recorded. */
    List<RowProblem> problems(IncidentDraft draft) {
        Check check = new Check(draft.row(), new ArrayList<>(0));
        Incident incident = draft.incident();
        check.source("source", draft.source());
        check.text("reference", draft.reference(), LONGEST_KEY);
        if (!ceasefires.containsKey(incident.ceasefire())) {
            check.fails("ceasefire", "UNKNOWN_CEASEFIRE", "no ceasefire has the code '" + incident.ceasefire() + "'");
        }
        occurrence(check, incident.occurrence());
        place(check, incident.place());
        check.text("alleged_perpetrator", incident.allegedPerpetrator(), LONGEST_KEY);
        check.text("description_en", incident.descriptionEn(), LONGEST_TEXT);
        check.text("description_ar", incident.descriptionAr(), LONGEST_TEXT);
        check.text("licence", incident.licence(), LONGEST_KEY);
        check.text("revision_note", draft.note(), LONGEST_TEXT);
        check.whole("children_killed", incident.childrenKilled());
        check.whole("women_killed", incident.womenKilled());
        check.whole("structures_destroyed", incident.structuresDestroyed());
        judgements(check, incident);
        reports(check, incident.reports());
        return check.problems;
    }

    private void occurrence(Check check, Occurrence occurrence) {
        if (!TimeTravel.isPlausible(occurrence.from()) || !TimeTravel.isPlausible(occurrence.to())) {
            check.fails("occurred_from", "OUT_OF_RANGE", "the year of " + occurrence.from() + " cannot be meant");
        }
        if (occurrence.from().isAfter(occurrence.to())) {
            check.fails(
                    "occurred_to",
                    "PERIOD_REVERSED",
                    "it ends on " + occurrence.to() + ", before it begins on " + occurrence.from());
        }
        if (occurrence.from().plusYears(1).isBefore(occurrence.to())) {
            check.fails("occurred_to", "TOO_LONG", "an incident spans a year at most; a longer period is a claim");
        }
        if (occurrence.from().isAfter(today)) {
            check.fails("occurred_from", "IN_THE_FUTURE", occurrence.from() + " is still to come");
        }
        if (occurrence.precision() < 1 || occurrence.precision() > 5) {
            check.fails("date_precision", "OUT_OF_RANGE", "a date precision is 1 (day) to 5 (year)");
        }
        if (occurrence.precision() == 1 && !occurrence.from().equals(occurrence.to())) {
            check.fails("date_precision", "NOT_ONE_DAY", "precision 1 is one day; these are several");
        }
        if (occurrence.localTime() != null && occurrence.precision() > 1) {
            check.fails("local_time", "NOT_ONE_DAY", "a time of day needs a day, and the date is less precise");
        }
    }

    private static void place(Check check, Place place) {
        check.text("place_name", place.name(), LONGEST_KEY);
        check.area("adm1", place.adm1(), 1);
        check.area("adm2", place.adm2(), 2);
        if (place.adm2() != null && place.adm1() != null && !place.adm2().startsWith(place.adm1())) {
            check.fails("adm2", "NOT_IN_ADM1", place.adm2() + " does not lie in " + place.adm1());
        }
        if ((place.lat() == null) != (place.lon() == null)) {
            check.fails("lat", "HALF_A_POSITION", "give both lat and lon, or neither");
        }
        if (place.lat() != null && !(Math.abs(place.lat()) <= 90)) {
            check.fails("lat", "OUT_OF_RANGE", "a latitude lies between -90 and 90");
        }
        if (place.lon() != null && !(Math.abs(place.lon()) <= 180)) {
            check.fails("lon", "OUT_OF_RANGE", "a longitude lies between -180 and 180");
        }
        if (place.precision() != null && (place.precision() < 1 || place.precision() > 7)) {
            check.fails("geo_precision", "OUT_OF_RANGE", "a geo precision is 1 (exact) to 7 (sea or air)");
        }
    }

    private static void judgements(Check check, Incident incident) {
        boolean hasFigures = !Figures.NONE.equals(incident.figuresByHand());
        if (hasFigures && incident.estimateReason() == null) {
            check.fails("estimate_reason", "MISSING", "figures that are not those of the reports need a reason");
        }
        if ((incident.gradeByHand() == null) != (incident.gradeReason() == null)) {
            check.fails("grade_reason", "MISSING", "a grade given by hand needs a reason, and a reason a grade");
        }
        check.figures(incident.figuresByHand());
        check.text("estimate_reason", incident.estimateReason(), LONGEST_TEXT);
        check.text("grade_reason", incident.gradeReason(), LONGEST_TEXT);
    }

    private void reports(Check check, List<Report> reports) {
        if (reports.isEmpty() || reports.size() > MOST_REPORTS) {
            check.fails("reports", "OUT_OF_RANGE", "an incident has 1 to " + MOST_REPORTS + " reports");
        }
        for (Report report : reports) {
            check.source("report_source", report.source());
            if (report.relayOf() != null) {
                check.source("relay_of", report.relayOf());
            }
            if (report.source().equals(report.relayOf())) {
                check.fails("relay_of", "RELAYS_ITSELF", "a source does not relay itself");
            }
            if (!TimeTravel.isPlausible(report.publishedOn())) {
                check.fails("published_on", "OUT_OF_RANGE", "the year of " + report.publishedOn() + " cannot be meant");
            }
            check.text("stated_source", report.statedSource(), LONGEST_TEXT);
            check.figures(report.figures());
        }
    }

    private static boolean hasUnprintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isUnprintable(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Control characters, and the two that show letters in another order than they are stored. */
    private static boolean isUnprintable(int character) {
        return character < ' ' && character != '\n' && character != '\r' && character != '\t'
                || character >= 0x7f && character < 0xa0
                || character == 0x202d
                || character == 0x202e;
    }

    private final class Check {

        private final long row;
        private final List<RowProblem> problems;

        Check(long row, List<RowProblem> problems) {
            this.row = row;
            this.problems = problems;
        }

        void fails(String column, String code, String message) {
            problems.add(new RowProblem(row, column, code, message));
        }

        void source(String column, String code) {
            if (!sources.contains(code)) {
                fails(
                        column,
                        "UNKNOWN_SOURCE",
                        "source '" + code + "' is not registered; register it at /api/v1/sources first");
            }
        }

        void text(String column, String text, int most) {
            if (text != null && text.length() > most) {
                fails(column, "TOO_LONG", "at most " + most + " characters");
            }
            if (text != null && hasUnprintable(text)) {
                fails(column, "CONTROL_CHARACTER", "there is an invisible control character in it");
            }
        }

        void area(String column, String pcode, int level) {
            if (pcode != null
                    && Gazetteer.palestine()
                            .find(pcode)
                            .filter(area -> area.level() == level)
                            .isEmpty()) {
                fails(column, "UNKNOWN_PCODE", "'" + pcode + "' is not a P-code of level " + level);
            }
        }

        void figures(Figures figures) {
            whole("killed", figures.killed());
            whole("injured", figures.injured());
            whole("detained", figures.detained());
        }

        void whole(String column, Estimate estimate) {
            if (estimate != null
                    && Stream.of(estimate.lower(), estimate.best(), estimate.upper())
                            .anyMatch(number -> number != null && number.scale() > 0)) {
                fails(column, "NOT_WHOLE", "counts are whole numbers");
            }
        }
    }
}
