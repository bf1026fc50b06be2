package org.humdash.local.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The environment variables that a program's own configuration has, read from the source of its config interfaces. */
public final class ConfigurationKeys {

    private static final Path HOME = Manifests.DEPLOY.getParent();

    /** Where the interfaces of a program stand: in files named {@code …Config.java}. */
    private static final Map<String, List<String>> SOURCES = Map.of(
            "gateway", List.of("gateway/src/main/java"),
            "incident-service", List.of("incident-service/src/main/java", "service-kit/src/main/java"),
            "humanitarian-service", List.of("humanitarian-service/src/main/java", "service-kit/src/main/java"));

    private static final Pattern MAPPING =
            Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)\\s+(?:public )?interface (\\w+)");
    private static final Pattern LINE = Pattern.compile(
            "(?m)^ *(?:public )?interface (\\w+)(?: extends ([\\w, ]+?))? \\{|^ +([\\w<>., ]+?) (\\w+)\\(\\);");

    /** The methods of an interface and their types, and the interfaces it extends. */
    private record Group(Map<String, String> methods, List<String> parents) {}

    private final Map<String, Group> groups = new HashMap<>();
    private final Map<String, String> prefixes = new HashMap<>();
    private final TreeSet<String> keys = new TreeSet<>();

    private ConfigurationKeys() {}

    /** In the form of environment variables, such as {@code HUMDASH_ACCESS_KEY_SET_URL}. */
    public static TreeSet<String> of(String program) throws IOException {
        ConfigurationKeys read = new ConfigurationKeys();
        for (String folder : SOURCES.get(program)) {
            try (Stream<Path> files = Files.walk(HOME.resolve(folder))) {
                for (Path file : files.filter(each -> each.toString().endsWith("Config.java"))
                        .toList()) {
                    read.interfaces(Files.readString(file));
                }
            }
        }
        read.prefixes.forEach((name, prefix) -> read.collect(prefix, name));
        return read.keys;
    }

    private void interfaces(String text) {
        Matcher mapping = MAPPING.matcher(text);
        while (mapping.find()) {
            prefixes.put(mapping.group(2), mapping.group(1));
        }
        Group current = null;
        Matcher line = LINE.matcher(text);
        while (line.find()) {
            if (line.group(1) != null) {
                current = new Group(new HashMap<>(), new ArrayList<>());
                groups.put(line.group(1), current);
                if (line.group(2) != null) {
                    current.parents.addAll(Arrays.asList(line.group(2).split(", ")));
                }
            } else if (current != null) {
                current.methods.put(line.group(4), line.group(3));
            }
        }
    }

    private void collect(String prefix, String name) {
        Group group = groups.get(name);
        group.parents.forEach(parent -> collect(prefix, parent));
        group.methods.forEach((method, type) -> {
            String key = prefix + "." + method.replaceAll("([A-Z])", "-$1");
            if (groups.containsKey(type)) {
                collect(key, type);
            } else {
                keys.add(key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT));
            }
        });
    }
}
