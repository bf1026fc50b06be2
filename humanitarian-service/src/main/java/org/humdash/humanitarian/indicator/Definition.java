package org.humdash.humanitarian.indicator;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.humdash.vocabulary.text.BilingualText;

/** One version of a definition, as a row. */
@Embeddable
class Definition {

    @Column(nullable = false)
    String code;

    @Column(nullable = false)
    int version;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "text_en", nullable = false)
    String textEn;

    @Column(name = "text_ar")
    String textAr;

    @Column(name = "numerator_en")
    String numeratorEn;

    @Column(name = "numerator_ar")
    String numeratorAr;

    @Column(name = "denominator_en")
    String denominatorEn;

    @Column(name = "denominator_ar")
    String denominatorAr;

    @Column(name = "change_en")
    String changeEn;

    @Column(name = "change_ar")
    String changeAr;

    /** The rows of a definition. */
    static Stream<Definition> of(DefinitionHistory history) {
        return history.versions().stream().map(version -> of(history.code(), version));
    }

    /** The definitions that rows make, in the order in which their codes are first met. */
    static List<DefinitionHistory> histories(List<Definition> rows) {
        Map<String, List<DefinitionVersion>> versions = new LinkedHashMap<>();
        rows.forEach(row ->
                versions.computeIfAbsent(row.code, code -> new ArrayList<>()).add(row.view()));
        return versions.entrySet().stream()
                .map(entry -> DefinitionHistory.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Definition of(String code, DefinitionVersion view) {
        Definition row = new Definition();
        row.code = code;
        row.version = view.number();
        row.validFrom = view.validFrom();
        row.textEn = view.text().en();
        row.textAr = view.text().ar();
        row.numeratorEn = en(view.numerator());
        row.numeratorAr = ar(view.numerator());
        row.denominatorEn = en(view.denominator());
        row.denominatorAr = ar(view.denominator());
        row.changeEn = en(view.change());
        row.changeAr = ar(view.change());
        return row;
    }

    private DefinitionVersion view() {
        return new DefinitionVersion(
                version,
                validFrom,
                new BilingualText(textEn, textAr),
                text(numeratorEn, numeratorAr),
                text(denominatorEn, denominatorAr),
                text(changeEn, changeAr));
    }

    private static BilingualText text(String en, String ar) {
        return en == null ? null : new BilingualText(en, ar);
    }

    private static String en(BilingualText text) {
        return text == null ? null : text.en();
    }

    private static String ar(BilingualText text) {
        return text == null ? null : text.ar();
    }
}
