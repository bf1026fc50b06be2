package org.humdash.gateway.meter;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The few words that stand for all paths in a label: the same as the framework uses for the durations of requests. */
@ApplicationScoped
class RouteTemplates {

    /** Of a path that nothing was configured for. */
    static final String OTHER = "/{path}";

    private final Map<Pattern, String> templates = new LinkedHashMap<>();

    RouteTemplates(
            @ConfigProperty(name = "quarkus.micrometer.binder.http-server.match-patterns") List<String> patterns) {
        for (String pattern : patterns) {
            int equals = pattern.indexOf('=');
            templates.put(
                    Pattern.compile(pattern.substring(0, equals).strip()),
                    pattern.substring(equals + 1).strip());
        }
    }

    /** @param path null for a request that has none */
    String of(String path) {
        if (path != null) {
            for (Map.Entry<Pattern, String> one : templates.entrySet()) {
                if (one.getKey().matcher(path).matches()) {
                    return one.getValue();
                }
            }
        }
        return OTHER;
    }
}
