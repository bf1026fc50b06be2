package org.humdash.gateway.answer;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sends what was composed in the form that was asked for, and keeps it if it is whole. */
@Provider
class AnswerWriter implements WriterInterceptor {

    private static final Set<String> OF_THE_FORM = Set.of("ETag", "Content-Length", "Content-Encoding", "Content-Type");

    private final CurrentVertxRequest current;
    private final KeptAnswers kept;

    AnswerWriter(CurrentVertxRequest current, KeptAnswers kept) {
        this.current = current;
        this.kept = kept;
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext writing) throws IOException {
        RoutingContext ctx = current.getCurrent();
        if (ctx == null || Composing.of(ctx).isEmpty()) {
            writing.proceed();
            return;
        }
        OutputStream out = writing.getOutputStream();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writing.setOutputStream(bytes);
        writing.proceed();
        writing.setOutputStream(out);
        out.write(sent(ctx, writing, bytes.toByteArray()));
    }

    private byte[] sent(RoutingContext ctx, WriterInterceptorContext writing, byte[] plain) {
        MultivaluedMap<String, Object> headers = writing.getHeaders();
        String type = String.valueOf(writing.getMediaType());
        byte[] gzip = Texts.areIn(type, plain.length) ? kept.compressed(plain) : null;
        boolean compressed = gzip != null && AcceptedGzip.in(ctx.request().getHeader("Accept-Encoding"));
        Optional<State> state = Composed.of(ctx).map(Composed::state);
        state.ifPresent(same -> {
            kept.keep(KeptAnswer.of(same, kept(headers, type), plain, gzip));
            // What is set in the framework's own headers at this point is not sent.
            ctx.response().putHeader("ETag", Tag.of(null, same.text(), compressed));
        });
        if (compressed) {
            ctx.response().putHeader("Content-Encoding", "gzip");
        }
        return compressed ? gzip : plain;
    }

    private static List<Map.Entry<String, String>> kept(MultivaluedMap<String, Object> headers, String type) {
        List<Map.Entry<String, String>> kept = new ArrayList<>();
        kept.add(Map.entry("Content-Type", type));
        headers.forEach((name, values) -> {
            if (OF_THE_FORM.stream().noneMatch(name::equalsIgnoreCase)) {
                values.forEach(value -> kept.add(Map.entry(name, String.valueOf(value))));
            }
        });
        return kept;
    }
}
