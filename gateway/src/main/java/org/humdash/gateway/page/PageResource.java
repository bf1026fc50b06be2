package org.humdash.gateway.page;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.humdash.gateway.diff.PublicDiff;
import org.humdash.gateway.diff.PublicDiffs;
import org.humdash.gateway.language.Messages;
import org.humdash.gateway.parameter.Parameters;
import org.humdash.gateway.situation.PublicSituation;
import org.humdash.gateway.situation.PublicSituations;
import org.humdash.gateway.situation.View;
import org.humdash.vocabulary.text.Language;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The situation page in English and in Arabic. Whoever asks is a reader nobody knows, whatever key they send. */
@Path("/")
public class PageResource {

    static final String HTML = "text/html;charset=UTF-8";

    /** By which the filters of answers tell that it is not whole, and must not be kept; the same as the API's. */
    private static final String PARTIAL = "Humdash-Partial";

    /** When whoever found nothing may look again. */
    private static final int AGAIN_SECONDS = 10;

    private static final Set<String> PARAMETERS = Stream.concat(
                    PublicSituations.PARAMETERS.stream(), Stream.of("since"))
            .collect(Collectors.toUnmodifiableSet());

    private final PublicSituations situations;
    private final PublicDiffs diffs;
    private final Asking asking;
    private final PageViews views;
    private final Messages messages;
    private final Template page;
    private final ProblemHtml problems;

    PageResource(
            PublicSituations situations,
            PublicDiffs diffs,
            Asking asking,
            PageViews views,
            Messages messages,
            @Location("page/situation.html") Template page,
            ProblemHtml problems) {
        this.situations = situations;
        this.diffs = diffs;
        this.asking = asking;
        this.views = views;
        this.messages = messages;
        this.page = page;
        this.problems = problems;
    }

    @GET
    @Produces(HTML)
    @RunOnVirtualThread
    @Operation(hidden = true)
    public RestResponse<String> english(@Context UriInfo uri) {
        return page(uri.getQueryParameters(), Language.EN);
    }

    @GET
    @Path("ar")
    @Produces(HTML)
    @RunOnVirtualThread
    @Operation(hidden = true)
    public RestResponse<String> arabic(@Context UriInfo uri) {
        URI asked = uri.getRequestUri();
        if (asked.getPath().endsWith("/")) {
            // Its links would lead elsewhere from there.
            String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
            return ResponseBuilder.<String>create(RestResponse.Status.PERMANENT_REDIRECT)
                    .header(HttpHeaders.LOCATION, "../ar" + query)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        }
        return page(uri.getQueryParameters(), Language.AR);
    }

    private RestResponse<String> page(MultivaluedMap<String, String> parameters, Language language) {
        Words words = new Words(messages.speaker(language));
        PublicSituation situation;
        Optional<PublicDiff> diff;
        try {
            Optional<Instant> since = diffs.since(Parameters.of(parameters, PARAMETERS));
            MultivaluedMap<String, String> ofTheSituation = new MultivaluedHashMap<>(parameters);
            ofTheSituation.remove("since");
            situation = situations.compose(ofTheSituation, language);
            View view = situation.view();
            diff = since.map(instant -> diffs.compose(view, instant, language));
        } catch (HttpProblem refused) {
            return refused(refused, words);
        }
        if (situation.sections().values().stream().allMatch(section -> section.data() == null)) {
            return nothing(situation, words);
        }
        Answers answers = asking.everything(situation.view());
        Map<String, String> asked = new TreeMap<>();
        parameters.forEach((name, values) -> asked.put(name, values.getFirst()));
        PageView view = views.of(situation, answers, diff, asked, words);
        ResponseBuilder<String> response =
                ResponseBuilder.ok(page.data("page", view).data("t", words).render());
        if (!view.missing().isEmpty()) {
            response.header(PARTIAL, String.join(", ", view.missing())).header(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        return finished(response, words);
    }

    private RestResponse<String> refused(HttpProblem refused, Words words) {
        String title = refused.getStatusCode() == 404 ? "page.problem.unknown" : "page.problem.parameter";
        String html = problems.of(words, words.say(title), List.of(), refused.getDetail(), "");
        return finished(
                ResponseBuilder.<String>create(refused.getStatusCode())
                        .entity(html)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store"),
                words);
    }

    /** Of a page without anything on it, that must not look like one. */
    private RestResponse<String> nothing(PublicSituation situation, Words words) {
        List<String> sentences = new ArrayList<>();
        situation.sections().values().stream()
                .map(section -> words.say("page.unavailable", Map.of("reason", section.reason())))
                .distinct()
                .forEach(sentences::add);
        sentences.add(words.counted("page.problem.again", AGAIN_SECONDS));
        return finished(
                ResponseBuilder.<String>create(RestResponse.Status.SERVICE_UNAVAILABLE)
                        .entity(problems.of(words, words.say("page.problem.nothing"), sentences, null, ""))
                        .header(HttpHeaders.RETRY_AFTER, AGAIN_SECONDS)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store"),
                words);
    }

    private static RestResponse<String> finished(ResponseBuilder<String> response, Words words) {
        PageHeaders.add(response::header);
        return response.header(HttpHeaders.CONTENT_LANGUAGE, words.lang()).build();
    }
}
