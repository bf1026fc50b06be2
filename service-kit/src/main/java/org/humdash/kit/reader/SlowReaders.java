package org.humdash.kit.reader;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Breaks off answers that wait too long for whoever reads them, so that nobody keeps a connection to the database for as
 * long as they like. Whoever writes the answer fails then, and gives back what it holds.
 */
@ApplicationScoped
class SlowReaders {

    private static final Logger LOG = Logger.getLogger(SlowReaders.class);

    /** Before anything that could answer. */
    private static final int EARLY = -1_900;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** An answer under way, and how its reader does. */
    private record Answer(HttpServerRequest request, ReaderPace pace) {

        boolean isOver() {
            return request.response().ended() || request.response().closed();
        }

        boolean waitsTooLong() {
            HttpServerResponse response = request.response();
            return pace.isTooSlow(response.writeQueueFull(), BETWEEN_LOOKS, response.bytesWritten());
        }
    }

    private final Set<Answer> underWay = ConcurrentHashMap.newKeySet();
    private final Vertx vertx;
    private final ReaderConfig config;
    private final Counter brokenOff;
    private long looks;

    SlowReaders(Vertx vertx, ReaderConfig config, MeterRegistry registry) {
        this.vertx = vertx;
        this.config = config;
        this.brokenOff = Counter.builder("humdash.slow.readers")
                .description("Answers that were broken off because they were read too slowly")
                .register(registry);
    }

    void install(@Observes Router router) {
        router.route().order(EARLY).handler(this::begin);
        looks = vertx.setPeriodic(BETWEEN_LOOKS.toMillis(), look -> look());
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(looks);
    }

    private void begin(RoutingContext ctx) {
        ReaderPace pace = new ReaderPace(config.patience(), config.slowest().asLongValue(), config.longest());
        Answer answer = new Answer(ctx.request(), pace);
        underWay.add(answer);
        ctx.addEndHandler(end -> underWay.remove(answer));
        ctx.next();
    }

    private void look() {
        underWay.removeIf(Answer::isOver);
        for (Answer answer : underWay) {
            if (answer.waitsTooLong()) {
                underWay.remove(answer);
                brokenOff.increment();
                HttpServerRequest request = answer.request();
                LOG.infof("%s %s was read too slowly and broken off", request.method(), request.path());
                breakOff(request);
            }
        }
    }

    private static void breakOff(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            // Any other way to close it first sends what it holds, which is what the reader does not take.
            ((ConnectionBase) request.connection()).channelHandlerContext().close();
        }
    }
}
