package org.humdash.humanitarian.indicator;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One indicator that another is reckoned from, as a row. */
@Embeddable
class Term {

    enum Role {
        NUMERATOR,
        DENOMINATOR,
        TOTAL,
        PART
    }

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Role role;

    @Column(name = "term", nullable = false)
    String code;

    @Column(nullable = false)
    int position;

    static List<Term> of(IndicatorTerms terms) {
        List<Term> rows = new ArrayList<>();
        add(rows, Role.NUMERATOR, terms.numerator(), 0);
        add(rows, Role.DENOMINATOR, terms.denominator(), 0);
        add(rows, Role.TOTAL, terms.total(), 0);
        for (int position = 0; position < terms.parts().size(); position++) {
            add(rows, Role.PART, terms.parts().get(position), position);
        }
        return rows;
    }

    static IndicatorTerms view(List<Term> rows) {
        return new IndicatorTerms(
                one(rows, Role.NUMERATOR),
                one(rows, Role.DENOMINATOR),
                one(rows, Role.TOTAL),
                rows.stream()
                        .filter(row -> row.role == Role.PART)
                        .sorted(Comparator.comparingInt(row -> row.position))
                        .map(row -> row.code)
                        .toList());
    }

    private static void add(List<Term> rows, Role role, String code, int position) {
        if (code != null) {
            Term row = new Term();
            row.role = role;
            row.code = code;
            row.position = position;
            rows.add(row);
        }
    }

    private static String one(List<Term> rows, Role role) {
        return rows.stream()
                .filter(row -> row.role == role)
                .map(row -> row.code)
                .findFirst()
                .orElse(null);
    }
}
