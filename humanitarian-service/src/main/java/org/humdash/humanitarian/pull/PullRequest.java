package org.humdash.humanitarian.pull;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Map;

/**
 * A file to fetch.
 *
 * @param everyMinutes from a quarter of an hour to a month
 * @param mapping name of a saved mapping; found out from the columns when left out
 * @param constants values for columns of ours that the file gives none for, such as originator or area
 * @param complete the file has everything its sources say; the observations it lacks are listed
 * @param enabled whether it is fetched when its turn comes; true when left out
 */
record PullRequest(
        @NotNull URI url,
        @Min(15) @Max(44640) int everyMinutes,
        @Size(max = 60) String mapping,
        @Size(max = 20) Map<String, @NotNull @Size(max = 200) String> constants,
        boolean complete,
        Boolean enabled) {

    PullRequest {
        constants = constants == null ? Map.of() : constants;
        enabled = enabled == null ? Boolean.TRUE : enabled;
    }
}
