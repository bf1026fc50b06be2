package org.humdash.incident.incident;

import java.util.List;
import java.util.Objects;
import org.humdash.incident.violation.ViolationType;
import org.humdash.vocabulary.estimate.Estimate;

/**
 * What is said of an incident: everything about it but its identity and its place in the history.
 *
 * @param allegedPerpetrator the party it is alleged against, as given; null when none is named
 * @param figuresByHand the figures when they are not the derived ones; empty figures then mean that none are held
 * @param estimateReason why the figures are set by hand; null when they are derived
 * @param gradeByHand the grade when it is not the derived one; null when it is
 * @param gradeReason why the grade is set by hand; null when it is derived
 * @param reports at least one
 */
record Incident(
        String ceasefire,
        ViolationType type,
        Occurrence occurrence,
        Place place,
        String allegedPerpetrator,
        Responsibility responsibility,
        Figures figuresByHand,
        String estimateReason,
        Estimate childrenKilled,
        Estimate womenKilled,
        Estimate structuresDestroyed,
        Grade gradeByHand,
        String gradeReason,
        String descriptionEn,
        String descriptionAr,
        String licence,
        List<Report> reports) {

    /** The figures that count: those set by hand, or else those of the reports. */
    Figures figures() {
        return estimateReason == null ? DerivedFigures.of(reports) : figuresByHand;
    }

    /** The grade that counts: the one given by hand, or else the derived one. */
    Grade grade() {
        return gradeReason == null ? DerivedGrade.of(responsibility, reports) : gradeByHand;
    }

    /** Whether a person set its figures or its grade. */
    boolean isJudged() {
        return estimateReason != null || gradeReason != null;
    }

    /** Whether a person judged another revision of it just so, or nobody judged either. */
    boolean isJudgedLike(Incident other) {
        return Objects.equals(estimateReason, other.estimateReason)
                && Objects.equals(gradeReason, other.gradeReason)
                && (estimateReason == null || figuresByHand.equals(other.figuresByHand))
                && (gradeReason == null || gradeByHand == other.gradeByHand);
    }

    /** The same incident with other reports. */
    Incident with(List<Report> others) {
        return new Incident(
                ceasefire,
                type,
                occurrence,
                place,
                allegedPerpetrator,
                responsibility,
                figuresByHand,
                estimateReason,
                childrenKilled,
                womenKilled,
                structuresDestroyed,
                gradeByHand,
                gradeReason,
                descriptionEn,
                descriptionAr,
                licence,
                List.copyOf(others));
    }

    /** The same incident with the judgements that a person made of another revision of it. */
    Incident judgedAs(Incident other) {
        boolean keepsFigures = estimateReason == null && other.estimateReason != null;
        boolean keepsGrade = gradeReason == null && other.gradeReason != null;
        return new Incident(
                ceasefire,
                type,
                occurrence,
                place,
                allegedPerpetrator,
                responsibility,
                keepsFigures ? other.figuresByHand : figuresByHand,
                keepsFigures ? other.estimateReason : estimateReason,
                childrenKilled,
                womenKilled,
                structuresDestroyed,
                keepsGrade ? other.gradeByHand : gradeByHand,
                keepsGrade ? other.gradeReason : gradeReason,
                descriptionEn,
                descriptionAr,
                licence,
                reports);
    }

    /** Equal for two incidents exactly when they say the same: how a repeated import is told from a changed one. */
    Fingerprint fingerprint() {
        Fingerprint said = new Fingerprint()
                .of("ceasefire", ceasefire)
                .of("type", type)
                .of("from", occurrence.from())
                .of("to", occurrence.to())
                .of("time", occurrence.localTime())
                .of("datePrecision", occurrence.precision())
                .of("place", place.name())
                .of("adm1", place.adm1())
                .of("adm2", place.adm2())
                .of("lat", place.lat())
                .of("lon", place.lon())
                .of("geoPrecision", place.precision())
                .of("perpetrator", allegedPerpetrator)
                .of("responsibility", responsibility)
                .of("estimateReason", estimateReason)
                .of("children", childrenKilled)
                .of("women", womenKilled)
                .of("structures", structuresDestroyed)
                .of("grade", gradeByHand)
                .of("gradeReason", gradeReason)
                .of("en", descriptionEn)
                .of("ar", descriptionAr)
                .of("licence", licence);
        if (estimateReason != null) {
            figuresByHand.addTo(said);
        }
        reports.forEach(report -> report.addTo(said));
        return said;
    }
}
