package org.humdash.incident.source;

import org.humdash.kit.revision.RevisionResponse;
import org.humdash.vocabulary.text.BilingualText;

/** A body whose statements are recorded. */
record SourceResponse(
        String code,
        BilingualText name,
        SourceKind kind,
        String affiliation,
        String url,
        String licence,
        RevisionResponse revision) {}
