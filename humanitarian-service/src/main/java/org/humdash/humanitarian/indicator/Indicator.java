package org.humdash.humanitarian.indicator;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.kit.revision.RevisionedEntity;
import org.humdash.vocabulary.text.BilingualText;

@Entity
@Table(name = "indicator")
class Indicator extends RevisionedEntity {

    @Column(nullable = false)
    String code;

    @Column(name = "name_en", nullable = false)
    String nameEn;

    @Column(name = "name_ar")
    String nameAr;

    @Column(nullable = false)
    String unit;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    IndicatorKind kind;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Aggregation aggregation;

    @Column(name = "expected_interval_days")
    Integer expectedIntervalDays;

    @Column(nullable = false)
    BigDecimal minimum;

    BigDecimal maximum;

    @Column(name = "whole_numbers", nullable = false)
    boolean wholeNumbers;

    @Column(name = "hxl_tag")
    String hxlTag;

    @Column(name = "source_priority", nullable = false)
    List<String> sourcePriority;

    @Enumerated(EnumType.STRING)
    Cluster cluster;

    @Column(name = "revision_note")
    String revisionNote;

    @Column(name = "recorded_by")
    String recordedBy;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "indicator_definition", joinColumns = @JoinColumn(name = "indicator_revision_id"))
    @OrderColumn(name = "position")
    List<Definition> definitions;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "indicator_revision_term", joinColumns = @JoinColumn(name = "indicator_revision_id"))
    List<Term> terms;

    /** An indicator that is new; each of its definitions is in its first version. */
    static Indicator from(IndicatorRequest request) {
        return saying(request, List.of(), request.allDefinitions());
    }

    /** The next revision, with the definitions as they are to be. */
    Indicator revised(IndicatorRequest request, List<DefinitionHistory> definitions) {
        return saying(request, List.copyOf(sourcePriority), definitions);
    }

    /** The next revision, with nothing changed but the definitions. */
    Indicator with(List<DefinitionHistory> definitions) {
        Indicator indicator = new Indicator();
        indicator.code = code;
        indicator.nameEn = nameEn;
        indicator.nameAr = nameAr;
        indicator.unit = unit;
        indicator.kind = kind;
        indicator.aggregation = aggregation;
        indicator.expectedIntervalDays = expectedIntervalDays;
        indicator.minimum = minimum;
        indicator.maximum = maximum;
        indicator.wholeNumbers = wholeNumbers;
        indicator.hxlTag = hxlTag;
        indicator.sourcePriority = List.copyOf(sourcePriority);
        indicator.cluster = cluster;
        indicator.terms = Term.of(terms());
        indicator.definitions = rows(definitions);
        return indicator;
    }

    private static Indicator saying(
            IndicatorRequest request, List<String> sourcePriority, List<DefinitionHistory> definitions) {
        Indicator indicator = new Indicator();
        indicator.code = request.code();
        indicator.nameEn = request.name().en();
        indicator.nameAr = request.name().ar();
        indicator.unit = request.unit();
        indicator.kind = request.kind();
        indicator.aggregation = request.aggregation();
        indicator.expectedIntervalDays = request.expectedIntervalDays();
        indicator.minimum = request.minimum();
        indicator.maximum = request.maximum();
        indicator.wholeNumbers = request.wholeNumbers();
        indicator.hxlTag = request.hxlTag();
        indicator.sourcePriority = sourcePriority;
        indicator.cluster = request.cluster();
        indicator.terms = Term.of(request.terms());
        indicator.definitions = rows(definitions);
        return indicator;
    }

    private static List<Definition> rows(List<DefinitionHistory> definitions) {
        return definitions.stream().flatMap(Definition::of).toList();
    }

    /** Whether another revision says the same, whenever and why ever it was recorded. */
    boolean says(Indicator other) {
        return summary().equals(other.summary()) && cluster == other.cluster && terms().equals(other.terms());
    }

    boolean isRetracted() {
        return revisionReason == RevisionReason.RETRACTION;
    }

    List<DefinitionHistory> definitions() {
        return Definition.histories(definitions);
    }

    IndicatorTerms terms() {
        return Term.view(terms);
    }

    IndicatorSummary summary() {
        List<DefinitionHistory> histories = definitions();
        return new IndicatorSummary(
                code,
                new BilingualText(nameEn, nameAr),
                unit,
                kind,
                aggregation,
                expectedIntervalDays,
                plain(minimum),
                plain(maximum),
                wholeNumbers,
                hxlTag,
                List.copyOf(sourcePriority),
                histories.stream()
                        .map(history -> new DefinitionView(history.code(), history.text()))
                        .toList(),
                histories);
    }

    /** Without the zeros that the column's scale adds. */
    private static BigDecimal plain(BigDecimal number) {
        if (number == null) {
            return null;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
