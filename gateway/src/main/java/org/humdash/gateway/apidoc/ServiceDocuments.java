package org.humdash.gateway.apidoc;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.humdash.gateway.peer.Peer;
import org.humdash.gateway.route.Route;

/**
 * Adds what the services describe to what the gateway describes, while the program is built. The services' committed
 * documents are on the class path then; the one of a service that has none yet is left out.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ServiceDocuments implements OASFilter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YAMLMapper YAML = new YAMLMapper();

    @Override
    public void filterOpenAPI(OpenAPI own) {
        try {
            List<ApiDocument.Part> parts = new ArrayList<>();
            String ownJson = modelOnly().withInitialModel(own).build().toJSON();
            parts.add(new ApiDocument.Part("", (ObjectNode) JSON.readTree(ownJson)));
            for (Peer peer : Peer.values()) {
                ObjectNode document = documentOf(peer);
                if (document != null) {
                    parts.add(new ApiDocument.Part(prefix(peer), document));
                }
            }
            ObjectNode merged = ApiDocument.merge(parts, path -> Route.of(path).isPresent());
            ServedTruth.complete(merged);
            OpenAPI whole =
                    modelOnly().withCustomStaticFile(() -> json(merged)).build().model();
            own.setPaths(whole.getPaths());
            own.setComponents(whole.getComponents());
            own.setTags(whole.getTags());
        } catch (IOException e) {
            throw new UncheckedIOException("The services' descriptions cannot be read", e);
        }
    }

    /** Converts between model and JSON and does nothing else of what it could. */
    private static SmallRyeOpenAPI.Builder modelOnly() {
        return SmallRyeOpenAPI.builder()
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableAnnotationScan(false)
                .enableStandardFilter(false)
                .defaultRequiredProperties(false);
    }

    private static InputStream json(ObjectNode document) {
        try {
            return new ByteArrayInputStream(JSON.writeValueAsBytes(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode documentOf(Peer peer) throws IOException {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream yaml = loader.getResourceAsStream("services/" + peer.serviceName() + "/openapi.yaml")) {
            return yaml == null ? null : (ObjectNode) YAML.readTree(yaml);
        }
    }

    private static String prefix(Peer peer) {
        return peer.name().charAt(0) + peer.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
