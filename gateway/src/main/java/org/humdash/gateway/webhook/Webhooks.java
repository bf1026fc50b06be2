package org.humdash.gateway.webhook;

import static org.humdash.gateway.problem.ProblemType.FORBIDDEN;
import static org.humdash.gateway.problem.ProblemType.NOT_FOUND;
import static org.humdash.gateway.problem.ProblemType.TOO_MANY_WEBHOOKS;
import static org.humdash.gateway.problem.ProblemType.WEBHOOKS_NOT_CONFIGURED;
import static org.humdash.gateway.problem.ProblemType.WEBHOOK_ADDRESS_REFUSED;
import static org.humdash.gateway.problem.ProblemType.WEBHOOK_NOT_VERIFIED;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.humdash.gateway.account.Account;
import org.humdash.gateway.account.Accounts;
import org.humdash.gateway.account.Role;
import org.humdash.gateway.change.ChangeFeed;
import org.humdash.gateway.change.ChangePosition;
import org.humdash.gateway.problem.Problems;

/** What the owners of webhooks may do. An administrator may do it with those of all; to anybody else others' are not there. */
@ApplicationScoped
class Webhooks {

    private static final int ID_BYTES = 16;
    private static final int NONCE_BYTES = 24;

    private final WebhookRepository repository;
    private final Secrets secrets;
    private final Targets targets;
    private final Endpoint endpoint;
    private final Messages messages;
    private final Accounts accounts;
    private final Clock clock;
    private final int perAccount;
    private final SecureRandom random = new SecureRandom();

    Webhooks(
            WebhookRepository repository,
            Secrets secrets,
            Targets targets,
            PublicEndpoint endpoint,
            Messages messages,
            Accounts accounts,
            Clock clock,
            WebhooksConfig config) {
        this.repository = repository;
        this.secrets = secrets;
        this.targets = targets;
        this.endpoint = endpoint;
        this.messages = messages;
        this.accounts = accounts;
        this.clock = clock;
        this.perAccount = config.perAccount();
    }

    /** A webhook that was just made, and the only time that its secret is to be had. */
    record Made(Webhook webhook, String secret) {}

    /**
     * Makes a webhook, after its endpoint has shown that it wants one. Nothing is kept of one that does not.
     *
     * @param position where it begins; null for what is recorded from now on
     */
    Made make(String address, Set<ChangeFeed> feeds, ChangePosition position, Account account) throws SQLException {
        SecretBox box = secrets.box()
                .orElseThrow(() -> Problems.of(
                                WEBHOOKS_NOT_CONFIGURED,
                                "Whoever runs this gateway has set no key to keep secrets with.")
                        .build());
        if (!accounts.keeps(account)) {
            // Whether such an account still holds could not be told when something is to be sent.
            throw Problems.of(
                            FORBIDDEN,
                            "A webhook needs a key of this system; a token of an identity provider is not enough.")
                    .build();
        }
        URI url = url(address);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String id = "whk_" + hex(ID_BYTES);
        SigningSecret secret = SigningSecret.make(random);
        challenge(url, secret, now);
        Webhook webhook = new Webhook(
                id,
                account.name(),
                url,
                feeds,
                box.close(secret.bytes(), id),
                now,
                Webhook.State.ACTIVE,
                null,
                null,
                now,
                position == null ? ChangePosition.from(now, feeds) : position,
                null);
        if (!repository.insert(webhook, perAccount)) {
            throw Problems.of(
                            TOO_MANY_WEBHOOKS, "An account may have " + perAccount + ". Delete one that is not needed.")
                    .build();
        }
        return new Made(webhook, secret.text());
    }

    List<Webhook> page(Account account, String after, int limit) throws SQLException {
        return repository.page(owner(account), after, limit);
    }

    Webhook get(String id, Account account) throws SQLException {
        return repository
                .byId(id, owner(account))
                .orElseThrow(() -> Problems.of(NOT_FOUND, "You have no webhook with this id.")
                        .build());
    }

    void delete(String id, Account account) throws SQLException {
        repository.delete(get(id, account).id());
    }

    Webhook pause(String id, Account account) throws SQLException {
        get(id, account);
        repository.pause(id, Webhook.Reason.OWNER, null, clock.instant());
        return get(id, account);
    }

    Webhook resume(String id, Account account) throws SQLException {
        get(id, account);
        repository.resume(id, clock.instant());
        return get(id, account);
    }

    private URI url(String address) {
        try {
            return targets.read(address);
        } catch (TargetRefused e) {
            throw Problems.of(WEBHOOK_ADDRESS_REFUSED, e.getMessage())
                    .with("parameter", "url")
                    .build();
        }
    }

    private void challenge(URI url, SigningSecret secret, Instant now) {
        String nonce = hex(NONCE_BYTES);
        byte[] body = messages.challenge(nonce, now);
        Endpoint.Answer answer = endpoint.post(url, secret.headers("msg_" + hex(ID_BYTES), now, body), body);
        if (answer.refused()) {
            throw Problems.of(WEBHOOK_ADDRESS_REFUSED, answer.failure())
                    .with("parameter", "url")
                    .build();
        }
        if (!answer.accepted() || !messages.echoes(answer.body(), nonce)) {
            throw Problems.of(
                            WEBHOOK_NOT_VERIFIED,
                            (answer.accepted() ? "The endpoint did not answer with the challenge." : answer.words())
                                    + " It was sent {\"type\":\"challenge\",\"data\":{\"challenge\":\"…\"}} and has to answer"
                                    + " 200 with {\"challenge\":\"…\"}, the same.")
                    .with("parameter", "url")
                    .build();
        }
    }

    private static String owner(Account account) {
        return account.role() == Role.ADMINISTRATOR ? null : account.name();
    }

    private String hex(int bytes) {
        byte[] made = new byte[bytes];
        random.nextBytes(made);
        return HexFormat.of().formatHex(made);
    }
}
