package org.humdash.gateway.page;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.humdash.gateway.language.LanguageChoice;
import org.humdash.gateway.language.Messages;
import org.humdash.gateway.problem.ProblemPage;
import org.humdash.gateway.problem.ProblemType;
import org.humdash.vocabulary.text.Language;

/**
 * Whatever refuses a request for the page is to say so in a page, in the language of its address. Programs that ask there
 * for JSON get a problem, as all do that ask the API.
 */
@ApplicationScoped
class ProblemPages {

    /** Before anything can be refused. */
    private static final int FIRST = -2_000;

    /** What is for programs, and has no page. */
    private static final List<String> PROGRAMS = List.of("/api/", "/q/", "/.well-known/");

    private final Messages messages;
    private final ProblemHtml html;

    ProblemPages(Messages messages, ProblemHtml html) {
        this.messages = messages;
        this.html = html;
    }

    void install(@Observes Router router) {
        router.route().order(FIRST).handler(ctx -> {
            if (isForPeople(ctx.request())) {
                ProblemPage page = this::send;
                page.attach(ctx);
            }
            ctx.next();
        });
    }

    static boolean isForPeople(HttpServerRequest request) {
        HttpMethod method = request.method();
        return (method == HttpMethod.GET || method == HttpMethod.HEAD)
                && isForPeople(request.path(), request.getHeader("Accept"));
    }

    /**
     * On the addresses of the page whoever does not ask for JSON; on others, where there is nothing, a browser, which says
     * that it takes HTML.
     *
     * @param accept may be null
     */
    static boolean isForPeople(String path, String accept) {
        if (path == null || PROGRAMS.stream().anyMatch(path::startsWith)) {
            return false;
        }
        String taken = accept == null ? "" : accept.toLowerCase(Locale.ROOT);
        boolean isPage = path.equals("/") || path.equals("/ar") || path.startsWith("/ar/") || path.startsWith("/page/");
        return taken.contains("text/html") || isPage && !taken.contains("json");
    }

    private void send(HttpServerRequest request, ProblemType type) {
        Language language = language(request.path());
        PageHeaders.add((name, value) -> request.response().putHeader(name, String.valueOf(value)));
        request.response()
                .setStatusCode(type.status())
                .putHeader("Content-Type", PageResource.HTML)
                .putHeader("Content-Language", LanguageChoice.code(language))
                .putHeader("Cache-Control", "no-store")
                .end(render(request, type.status(), request.response().headers().get("Retry-After")));
    }

    /** The page of a status. */
    String render(HttpServerRequest request, int status, String retryAfter) {
        Words words = new Words(messages.speaker(language(request.path())));
        List<String> sentences = new ArrayList<>();
        if (retryAfter != null) {
            sentences.add(words.counted("page.problem.again", Long.parseLong(retryAfter)));
        } else if (status >= 500) {
            sentences.add(words.say("page.problem.later"));
        }
        return html.of(words, words.say(title(status)), sentences, null, up(request.path()));
    }

    private static String title(int status) {
        return switch (status) {
            case 404 -> "page.problem.missing";
            case 429 -> "page.problem.often";
            case 503 -> "page.problem.busy";
            default -> "page.problem.failed";
        };
    }

    static Language language(String path) {
        return path.equals("/ar") || path.startsWith("/ar/") ? Language.AR : Language.EN;
    }

    /** As far as it is from the address to the one of the page. */
    private static String up(String path) {
        return "../".repeat((int) path.chars().filter(letter -> letter == '/').count() - 1);
    }
}
