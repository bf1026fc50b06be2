package org.humdash.incident.source;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.humdash.vocabulary.text.BilingualText;

/** A source to register. Its code is how claims quote it and never changes. */
record SourceRequest(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,59}", message = "must be upper case such as GAZA_GMO")
        String code,

        @NotNull BilingualText name,
        @NotNull SourceKind kind,
        @Size(max = 500) String affiliation,

        @Pattern(regexp = "https?://\\S{1,2000}", message = "must be a http or https address")
        String url,

        @Size(max = 500) String licence) {}
