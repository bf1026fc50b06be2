package org.humdash.humanitarian.indicator;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.humdash.vocabulary.text.BilingualText;

@Embeddable
class Definition {

    @Column(nullable = false)
    String code;

    @Column(name = "text_en", nullable = false)
    String textEn;

    @Column(name = "text_ar")
    String textAr;

    static Definition of(DefinitionView view) {
        Definition definition = new Definition();
        definition.code = view.code();
        definition.textEn = view.text().en();
        definition.textAr = view.text().ar();
        return definition;
    }

    DefinitionView view() {
        return new DefinitionView(code, new BilingualText(textEn, textAr));
    }
}
