package org.humdash.humanitarian.headline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.humdash.kit.revision.RevisionedEntity;
import org.humdash.vocabulary.text.BilingualText;

/** The order of sources of an indicator as somebody set it. */
@Entity
@Table(name = "headline_policy")
class PolicySetting extends RevisionedEntity {

    @Column(nullable = false)
    String indicator;

    @Column(name = "source_priority", nullable = false)
    List<String> sourcePriority;

    @Column(name = "note_en", nullable = false)
    String noteEn;

    @Column(name = "note_ar")
    String noteAr;

    @Column(name = "recorded_by", nullable = false)
    String recordedBy;

    static PolicySetting of(String indicator, PolicyRequest request, String recordedBy) {
        PolicySetting setting = new PolicySetting();
        setting.indicator = indicator;
        setting.sourcePriority = request.sourcePriority();
        setting.noteEn = request.note().en();
        setting.noteAr = request.note().ar();
        setting.recordedBy = recordedBy;
        return setting;
    }

    boolean says(PolicyRequest request) {
        return sourcePriority.equals(request.sourcePriority()) && note().equals(request.note());
    }

    BilingualText note() {
        return new BilingualText(noteEn, noteAr);
    }
}
