package org.humdash.gateway.webhook;

import static org.humdash.gateway.problem.ProblemType.WEBHOOK_NOT_WAITING;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.humdash.gateway.account.CurrentAccount;
import org.humdash.gateway.cursor.SealedCursors;
import org.humdash.gateway.problem.Problems;

/** The messages of a webhook, for whoever may see the webhook. */
@Path("/api/v1/webhooks/{id}/deliveries")
@RunOnVirtualThread
@Authenticated
@Tag(name = "Webhooks", description = "Changes that are brought to you")
class DeliveryResource {

    private static final String LIST = "deliveries";

    private final Webhooks webhooks;
    private final DeliveryRepository deliveries;
    private final SealedCursors cursors;
    private final SecurityIdentity identity;
    private final Clock clock;

    DeliveryResource(
            Webhooks webhooks,
            DeliveryRepository deliveries,
            SealedCursors cursors,
            SecurityIdentity identity,
            Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.cursors = cursors;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * A message as it is kept; what was in it is not.
     *
     * @param id the webhook-id of all its attempts
     * @param entries how many it had when it was made
     * @param dueAt when it is tried next, while it waits
     */
    record DeliveryResponse(
            String id,
            Delivery.State state,
            Instant madeAt,
            int entries,
            int attempts,
            Instant lastAttemptAt,
            Integer lastStatus,
            String lastFailure,
            Instant dueAt,
            Instant endedAt) {

        static DeliveryResponse of(Delivery delivery) {
            boolean waits = delivery.state() == Delivery.State.WAITING;
            return new DeliveryResponse(
                    delivery.id(),
                    delivery.state(),
                    delivery.madeAt(),
                    delivery.entries(),
                    delivery.attempts(),
                    delivery.lastAttemptAt(),
                    delivery.lastStatus(),
                    delivery.lastFailure(),
                    waits ? delivery.dueAt() : null,
                    delivery.endedAt());
        }
    }

    record DeliveryPage(List<DeliveryResponse> items, String nextCursor) {}

    @GET
    @Operation(summary = "The messages of a webhook, the newest first")
    public DeliveryPage deliveries(
            String id,
            @QueryParam("state") @Parameter(description = "WAITING, DELIVERED or DEAD; all when left out")
                    Delivery.State state,
            @QueryParam("cursor") @DefaultValue("") @Parameter(description = "nextCursor of the page before")
                    String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(1000) int limit)
            throws SQLException {
        requireVisible(id);
        String list = LIST + "\n" + id + "\n" + state;
        long before = cursors.given(list, cursor).map(Long::valueOf).orElse(Long.MAX_VALUE);
        List<Delivery> found = deliveries.page(id, state, before, limit + 1);
        List<Delivery> page = found.subList(0, Math.min(found.size(), limit));
        return new DeliveryPage(
                page.stream().map(DeliveryResponse::of).toList(),
                found.size() > limit
                        ? cursors.write(list, Long.toString(page.getLast().seq()))
                        : null);
    }

    @POST
    @Path("/{delivery}/replay")
    @Operation(summary = "Send one dead letter again", description = "Before anything newer, with the id it had.")
    public DeliveryResponse replayOne(String id, String delivery) throws SQLException {
        requireVisible(id);
        if (deliveries.revive(id, delivery, clock.instant()) == 0) {
            throw Problems.of(WEBHOOK_NOT_WAITING, "This webhook has no dead letter with this id.")
                    .build();
        }
        return deliveries.byId(id, delivery).map(DeliveryResponse::of).orElseThrow();
    }

    private void requireVisible(String id) throws SQLException {
        webhooks.get(id, CurrentAccount.of(identity).orElseThrow());
    }
}
