package org.humdash.humanitarian.source;

import static org.humdash.kit.problem.ProblemType.SOURCE_REGISTER_UNAVAILABLE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.humdash.humanitarian.source.SourceRegisterApi.RegisteredSource;
import org.jboss.logging.Logger;

/** Asks the source register, with the patience that an import can afford. */
@ApplicationScoped
class SourceRegisterClient {

    private static final Logger LOG = Logger.getLogger(SourceRegisterClient.class);

    private final SourceRegisterApi register;

    SourceRegisterClient(@RestClient SourceRegisterApi register) {
        this.register = register;
    }

    /**
     * The source as the register knows it now; empty if it knows none.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 if the register gives no usable answer
     */
    @Timeout(value = 3, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 2, delay = 200, jitter = 100)
    @Fallback(fallbackMethod = "unavailable")
    public Optional<RegisteredSource> find(String code) {
        try {
            RegisteredSource source = register.get(code);
            if (!code.equals(source.code()) || source.name() == null || source.kind() == null) {
                throw new IllegalStateException("The source register's answer for " + code + " is about another thing");
            }
            return Optional.of(source);
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    Optional<RegisteredSource> unavailable(String code, Throwable cause) {
        LOG.warnf("The source register gives no answer for %s: %s", code, cause);
        throw SOURCE_REGISTER_UNAVAILABLE.because(
                "Source " + code
                        + " is not known here yet, and the source register does not answer. Nothing was written; try again later.");
    }
}
