package org.humdash.gateway.webhook;

import static org.humdash.gateway.problem.ProblemType.INVALID_BODY;
import static org.humdash.gateway.problem.ProblemType.WEBHOOK_NOT_WAITING;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.humdash.gateway.account.Account;
import org.humdash.gateway.account.Accounts;
import org.humdash.gateway.account.CurrentAccount;
import org.humdash.gateway.change.ChangeCursors;
import org.humdash.gateway.change.ChangeFeed;
import org.humdash.gateway.change.ChangePosition;
import org.humdash.gateway.change.InvalidChangeQuery;
import org.humdash.gateway.cursor.SealedCursors;
import org.humdash.gateway.problem.Problems;

/** The endpoints of partners that are told of changes. For whoever has a key; each sees its own. */
@Path("/api/v1/webhooks")
@RunOnVirtualThread
@Authenticated
@Tag(name = "Webhooks", description = "Changes that are brought to you")
class WebhookResource {

    private static final String LIST = "webhooks";

    private final Webhooks webhooks;
    private final WebhookRepository repository;
    private final DeliveryRepository deliveries;
    private final ChangeCursors cursors;
    private final SealedCursors lists;
    private final Accounts accounts;
    private final SecurityIdentity identity;
    private final Clock clock;

    WebhookResource(
            Webhooks webhooks,
            WebhookRepository repository,
            DeliveryRepository deliveries,
            ChangeCursors cursors,
            SealedCursors lists,
            Accounts accounts,
            SecurityIdentity identity,
            Clock clock) {
        this.webhooks = webhooks;
        this.repository = repository;
        this.deliveries = deliveries;
        this.cursors = cursors;
        this.lists = lists;
        this.accounts = accounts;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * What a new webhook is to be.
     *
     * @param url of the endpoint: https, in the public network, without user or password
     * @param feeds incidents, observations, hazards; all when left out
     * @param cursor of /api/v1/changes, to go on where a copy ends; what is recorded from now on when left out
     */
    record NewWebhook(
            @NotBlank @Size(max = 2000) String url,
            @Size(min = 1, max = 3) List<@NotNull String> feeds,
            @Size(max = 4096) String cursor) {}

    /**
     * What is to be sent again: one of the three.
     *
     * @param cursor of /api/v1/changes or of a message: everything after it
     * @param from everything that was recorded at this instant or later
     * @param deadLetters true: the messages that were never accepted
     */
    record Replay(@Size(max = 4096) String cursor, Instant from, Boolean deadLetters) {}

    /**
     * A webhook as it is kept.
     *
     * @param reason why it is paused: OWNER, FAILING, KEY_ENDED, GONE or ADDRESS_REFUSED
     * @param changedAt when it was last paused or resumed, or made
     * @param failingSince of the first attempt that failed since one was accepted
     */
    record WebhookResponse(
            String id,
            String account,
            URI url,
            List<String> feeds,
            Instant createdAt,
            Webhook.State state,
            Webhook.Reason reason,
            String detail,
            Instant changedAt,
            Instant failingSince) {

        static WebhookResponse of(Webhook webhook) {
            return new WebhookResponse(
                    webhook.id(),
                    webhook.account(),
                    webhook.url(),
                    webhook.feeds().stream().sorted().map(ChangeFeed::label).toList(),
                    webhook.createdAt(),
                    webhook.state(),
                    webhook.reason(),
                    webhook.detail(),
                    webhook.changedAt(),
                    webhook.failingSince());
        }
    }

    /** A webhook that was made, and its secret, which is shown only here. */
    record MadeWebhook(String secret, WebhookResponse webhook) {}

    record WebhookPage(List<WebhookResponse> items, String nextCursor) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Have changes sent to an endpoint",
            description =
                    "The endpoint is sent a challenge at once and has to answer with it. The secret, with which messages"
                            + " are signed, is shown in this answer and never again. docs/webhooks.md says how to verify them.")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MadeWebhook.class)))
    @APIResponse(
            responseCode = "422",
            description = "Nothing is sent to this address, or the endpoint did not answer with the challenge",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = HttpProblem.class)))
    public Response make(@NotNull @Valid NewWebhook wanted) throws SQLException {
        Account account = account();
        ChangePosition position =
                wanted.cursor() == null || wanted.cursor().isEmpty() ? null : position(wanted.cursor(), account);
        Webhooks.Made made = webhooks.make(wanted.url().strip(), feeds(wanted.feeds()), position, account);
        return Response.created(URI.create("/api/v1/webhooks/" + made.webhook().id()))
                .header("Cache-Control", "no-store")
                .entity(new MadeWebhook(made.secret(), WebhookResponse.of(made.webhook())))
                .build();
    }

    @GET
    @Operation(summary = "Your webhooks; those of all for administrators")
    public WebhookPage list(
            @QueryParam("cursor") @DefaultValue("") @Parameter(description = "nextCursor of the page before")
                    String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(1000) int limit)
            throws SQLException {
        List<Webhook> found = webhooks.page(account(), lists.given(LIST, cursor).orElse(""), limit + 1);
        List<Webhook> page = found.subList(0, Math.min(found.size(), limit));
        return new WebhookPage(
                page.stream().map(WebhookResponse::of).toList(),
                found.size() > limit ? lists.write(LIST, page.getLast().id()) : null);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One webhook, and why nothing is sent to it if that is so")
    public WebhookResponse get(String id) throws SQLException {
        return WebhookResponse.of(webhooks.get(id, account()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Delete a webhook", description = "Its secret and its deliveries go with it.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void delete(String id) throws SQLException {
        webhooks.delete(id, account());
    }

    @POST
    @Path("/{id}/pause")
    @Operation(
            summary = "Send nothing for now",
            description = "Nothing is lost: it goes on from there when it is resumed.")
    public WebhookResponse pause(String id) throws SQLException {
        return WebhookResponse.of(webhooks.pause(id, account()));
    }

    @POST
    @Path("/{id}/resume")
    @Operation(summary = "Send again", description = "What was waiting is tried at once, as if for the first time.")
    public WebhookResponse resume(String id) throws SQLException {
        return WebhookResponse.of(webhooks.resume(id, account()));
    }

    @POST
    @Path("/{id}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Send again what was sent, or what was not accepted",
            description =
                    "Everything after a cursor or from an instant on, as new messages; or the dead letters, with the ids"
                            + " they had. Entries are always sent as they are now.")
    public WebhookResponse replay(String id, @NotNull @Valid Replay wanted) throws SQLException {
        Account account = account();
        Webhook webhook = webhooks.get(id, account);
        boolean dead = Boolean.TRUE.equals(wanted.deadLetters());
        int given = (wanted.cursor() != null ? 1 : 0) + (wanted.from() != null ? 1 : 0) + (dead ? 1 : 0);
        if (given != 1) {
            throw Problems.of(INVALID_BODY, "Give one of 'cursor', 'from' and 'deadLetters': true.")
                    .build();
        }
        if (dead) {
            if (deliveries.revive(id, null, clock.instant()) == 0) {
                throw Problems.of(WEBHOOK_NOT_WAITING, "This webhook has no dead letters.")
                        .build();
            }
        } else {
            ChangePosition position = wanted.cursor() != null
                    ? position(
                            wanted.cursor(), accounts.byName(webhook.account()).orElse(account))
                    : ChangePosition.from(wanted.from(), webhook.feeds());
            repository.moveTo(id, position, clock.instant());
        }
        return WebhookResponse.of(webhooks.get(id, account));
    }

    private ChangePosition position(String cursor, Account account) {
        try {
            return cursors.read(cursor, account.clearance());
        } catch (InvalidChangeQuery e) {
            throw Problems.of(e.type(), e.getMessage())
                    .with("parameter", e.parameter())
                    .build();
        }
    }

    private static Set<ChangeFeed> feeds(List<String> labels) {
        if (labels == null) {
            return ChangeFeed.all();
        }
        EnumSet<ChangeFeed> feeds = EnumSet.noneOf(ChangeFeed.class);
        for (String label : labels) {
            feeds.add(ChangeFeed.labelled(label)
                    .orElseThrow(() -> Problems.of(
                                    INVALID_BODY,
                                    "'feeds' has to be some of " + ChangeFeed.labels(ChangeFeed.all()) + ".")
                            .build()));
        }
        return feeds;
    }

    private Account account() {
        return CurrentAccount.of(identity).orElseThrow();
    }
}
