package org.humdash.gateway.page;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import org.humdash.gateway.language.LanguageChoice;
import org.humdash.gateway.problem.ProblemPage;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Shows people what the framework finds wrong, too: such as a mistake of our own. */
public class ProblemPageFilters {

    private final ProblemPages pages;

    ProblemPageFilters(ProblemPages pages) {
        this.pages = pages;
    }

    @ServerResponseFilter
    public void show(ContainerResponseContext response, RoutingContext ctx) {
        if (response.getEntity() instanceof HttpProblem && ProblemPage.of(ctx).isPresent()) {
            response.setEntity(
                    pages.render(ctx.request(), response.getStatus(), null),
                    new Annotation[0],
                    MediaType.valueOf(PageResource.HTML));
            PageHeaders.add(response.getHeaders()::putSingle);
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.CONTENT_LANGUAGE,
                            LanguageChoice.code(
                                    ProblemPages.language(ctx.request().path())));
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
