package org.humdash.gateway.meter;

import io.quarkus.micrometer.runtime.binder.HttpBinderConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.regex.Pattern;

/** The few words that stand for all paths in a label: the same as the framework uses for the durations of requests. */
@ApplicationScoped
class RouteTemplates {

    /** Of a path that nothing was configured for. */
    private static final String OTHER = "/{path}";

    private final Map<Pattern, String> templates;

    RouteTemplates(HttpBinderConfiguration framework) {
        this.templates = framework.getServerMatchPatterns();
    }

    /** @param path null for a request that has none */
    String of(String path) {
        return path == null
                ? OTHER
                : templates.entrySet().stream()
                        .filter(one -> one.getKey().matcher(path).matches())
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(OTHER);
    }
}
