package org.humdash.local.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The environment variables that a program's own configuration has, read from the source of its config interfaces. */
final class ConfigurationKeys {

    private static final Path HOME = Manifests.DEPLOY.getParent();
    private static final Map<String, List<String>> SOURCES = Map.of(
            "gateway", List.of("gateway/src/main/java/org/humdash/gateway/GatewayConfig.java"),
            "incident-service",
                    List.of(
                            "incident-service/src/main/java/org/humdash/incident/IncidentConfig.java",
                            "service-kit/src/main/java/org/humdash/kit/access/AccessConfig.java"),
            "humanitarian-service",
                    List.of(
                            "humanitarian-service/src/main/java/org/humdash/humanitarian/HumanitarianConfig.java",
                            "service-kit/src/main/java/org/humdash/kit/access/AccessConfig.java"));
    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern LINE =
            Pattern.compile("(?m)^ *(?:public )?interface (\\w+) \\{|^ +([\\w<>., ]+?) (\\w+)\\(\\);");

    private ConfigurationKeys() {}

    /** In the form of environment variables, such as {@code HUMDASH_ACCESS_KEY_SET_URL}. */
    static TreeSet<String> of(String program) throws IOException {
        TreeSet<String> keys = new TreeSet<>();
        for (String source : SOURCES.get(program)) {
            String text = Files.readString(HOME.resolve(source));
            Map<String, Map<String, String>> interfaces = interfaces(text);
            String first = Path.of(source).getFileName().toString().replace(".java", "");
            collect(prefix(text), interfaces.get(first), interfaces, keys);
        }
        return keys;
    }

    private static String prefix(String text) {
        Matcher prefix = PREFIX.matcher(text);
        if (!prefix.find()) {
            throw new AssertionError("no prefix");
        }
        return prefix.group(1);
    }

    private static Map<String, Map<String, String>> interfaces(String text) {
        Map<String, Map<String, String>> all = new HashMap<>();
        Map<String, String> current = null;
        Matcher line = LINE.matcher(text);
        while (line.find()) {
            if (line.group(1) != null) {
                current = all.computeIfAbsent(line.group(1), name -> new HashMap<>());
            } else {
                current.put(line.group(3), line.group(2));
            }
        }
        return all;
    }

    private static void collect(
            String prefix, Map<String, String> methods, Map<String, Map<String, String>> all, TreeSet<String> keys) {
        methods.forEach((name, type) -> {
            String key = prefix + "." + name.replaceAll("([A-Z])", "-$1");
            Optional.ofNullable(all.get(type))
                    .ifPresentOrElse(nested -> collect(key, nested, all, keys), () -> keys.add(variable(key)));
        });
    }

    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
