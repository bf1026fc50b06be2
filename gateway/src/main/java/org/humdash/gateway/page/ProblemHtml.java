package org.humdash.gateway.page;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The page that stands where the one that was asked for cannot. */
@ApplicationScoped
class ProblemHtml {

    private final Template template;

    ProblemHtml(@Location("page/problem.html") Template template) {
        this.template = template;
    }

    /**
     * @param detail what the API says about it, in English; null for nothing
     * @param up what leads from the address to that of the page: empty, or {@code ../} as often as it takes
     */
    String of(Words words, String title, List<String> sentences, String detail, String up) {
        return template.data("title", title)
                .data("sentences", sentences)
                .data("detail", detail)
                .data("up", up)
                .data("home", up + PageLinks.page(words.language()))
                .data("t", words)
                .render();
    }
}
