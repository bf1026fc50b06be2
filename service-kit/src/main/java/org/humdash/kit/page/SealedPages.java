package org.humdash.kit.page;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Stands before and behind every list: looks at the seal of the cursor that is sent, seals the {@code nextCursor} of the
 * answer, and says in a {@code Link} where the first and the next page are. No list has to think of it, so none can forget.
 */
@Singleton
public class SealedPages {

    private static final String CURSOR = "cursor";

    /** Each class is looked at once. */
    private final ClassValue<Optional<PageShape>> shapes = new ClassValue<>() {
        @Override
        protected Optional<PageShape> computeValue(Class<?> type) {
            return PageShape.of(type);
        }
    };

    private final CursorSecretRepository secrets;
    private CursorSeal seal;

    SealedPages(CursorSecretRepository secrets) {
        this.secrets = secrets;
    }

    /** The secret is read once, so that no request asks the database for it. */
    void begin(@Observes StartupEvent start) throws SQLException {
        seal = new CursorSeal(secrets.secret());
    }

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        UriInfo uri = request.getUriInfo();
        List<String> cursors = uri.getQueryParameters().getOrDefault(CURSOR, List.of());
        boolean isOurs = cursors.isEmpty()
                || cursors.size() == 1
                        && seal.isSealed(
                                cursors.getFirst(), uri.getPath(), uri.getQueryParameters(), notFilters(resource));
        if (!isOurs) {
            throw INVALID_PARAMETER.because(
                    "Parameter 'cursor' must be the nextCursor of an earlier page, unchanged, of"
                            + " the same list with the same parameters. Only limit, withTotal, asOf and knownAt may change from"
                            + " page to page.");
        }
    }

    @ServerResponseFilter
    public void seal(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
        if (!(response.getEntity() instanceof Record page)) {
            return;
        }
        shapes.get(page.getClass()).ifPresent(shape -> {
            UriInfo uri = request.getUriInfo();
            String raw = uri.getRequestUri().getRawQuery();
            Set<String> notFilters = notFilters(resource);
            // A feed has no last page: whoever follows a link to the next one until there is none would never end.
            boolean ends = notFilters.isEmpty();
            String next = shape.nextCursor(page);
            if (next != null) {
                String sealed = seal.sealed(next, uri.getPath(), uri.getQueryParameters(), notFilters);
                response.setEntity(shape.with(page, sealed));
                if (ends) {
                    response.getHeaders().add(HttpHeaders.LINK, PageLinks.next(uri.getPath(), raw, sealed));
                }
            }
            if (ends) {
                response.getHeaders().add(HttpHeaders.LINK, PageLinks.first(uri.getPath(), raw));
            }
        });
    }

    private static Set<String> notFilters(ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        CursorLeavesOut leftOut = method == null ? null : method.getAnnotation(CursorLeavesOut.class);
        return leftOut == null ? Set.of() : Set.of(leftOut.value());
    }
}
