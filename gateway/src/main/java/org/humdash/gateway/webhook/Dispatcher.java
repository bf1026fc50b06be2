package org.humdash.gateway.webhook;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.humdash.gateway.account.Account;
import org.humdash.gateway.account.Accounts;
import org.humdash.gateway.change.ChangeCursors;
import org.humdash.gateway.change.ChangePage;
import org.humdash.gateway.change.ChangeReader;
import org.jboss.logging.Logger;

/**
 * Does what is to be done for one webhook at a time: sends the message that waits, or makes the next one of what changed and
 * sends that. Everything it knows stands in the database, and each step is recorded before the next: a gateway that is
 * stopped anywhere leaves a message that is sent again, with the same id.
 */
final class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    /** Until a service that did not answer, or our database, is asked again. It is no failure of the endpoint. */
    private static final Duration PUT_OFF = Duration.ofSeconds(30);

    private static final int FEWEST = 3;
    private static final int ID_BYTES = 16;

    private final WebhookRepository webhooks;
    private final DeliveryRepository deliveries;
    private final ChangeReader reader;
    private final ChangeCursors cursors;
    private final Accounts accounts;
    private final Function<Account, String> tokens;
    private final Messages messages;
    private final SecretBox secrets;
    private final Endpoint endpoint;
    private final RetrySchedule schedule;
    private final WebhookMeters meters;
    private final Clock clock;
    private final RandomGenerator random;
    private final Limits limits;

    /** What a message may hold, and how long things take. */
    record Limits(int batch, long maxBody, Duration rest, Duration lease, Duration pauseAfter) {}

    Dispatcher(
            WebhookRepository webhooks,
            DeliveryRepository deliveries,
            ChangeReader reader,
            ChangeCursors cursors,
            Accounts accounts,
            Function<Account, String> tokens,
            Messages messages,
            SecretBox secrets,
            Endpoint endpoint,
            RetrySchedule schedule,
            WebhookMeters meters,
            Clock clock,
            RandomGenerator random,
            Limits limits) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.reader = reader;
        this.cursors = cursors;
        this.accounts = accounts;
        this.tokens = tokens;
        this.messages = messages;
        this.secrets = secrets;
        this.endpoint = endpoint;
        this.schedule = schedule;
        this.meters = meters;
        this.clock = clock;
        this.random = random;
        this.limits = limits;
    }

    /** Takes a webhook that is due and does one thing for it; false if none is due. */
    boolean work() throws SQLException {
        String lease = hex();
        Optional<Webhook> claimed = webhooks.claim(lease, now(), limits.lease());
        if (claimed.isEmpty()) {
            return false;
        }
        Webhook webhook = claimed.get();
        try {
            work(webhook, lease);
        } catch (RuntimeException e) {
            LOG.warnf(e, "Nothing could be sent for %s; it is tried again", webhook);
            webhooks.release(webhook.id(), lease, now().plus(PUT_OFF));
        }
        return true;
    }

    private void work(Webhook webhook, String lease) throws SQLException {
        Optional<Account> account = accounts.byName(webhook.account());
        if (account.isEmpty()) {
            webhooks.pause(webhook.id(), Webhook.Reason.KEY_ENDED, "Its key was revoked or has expired.", now());
            webhooks.release(webhook.id(), lease, now());
            return;
        }
        Optional<Delivery> waiting = deliveries.firstWaiting(webhook.id());
        if (waiting.isPresent()) {
            sendAgain(webhook, waiting.get(), account.get(), lease);
        } else {
            sendNext(webhook, account.get(), lease);
        }
    }

    private void sendAgain(Webhook webhook, Delivery delivery, Account account, String lease) throws SQLException {
        ChangePage page =
                reader.again(delivery.begin(), webhook.feeds(), delivery.batch(), delivery.upTo(), token(account));
        if (!page.missing().isEmpty()) {
            meters.count(WebhookMeters.Outcome.PUT_OFF);
            webhooks.release(webhook.id(), lease, now().plus(PUT_OFF));
        } else if (page.entries().isEmpty()) {
            meters.count(WebhookMeters.Outcome.EMPTY);
            Instant now = now();
            deliveries.attempted(
                    webhook.id(),
                    lease,
                    delivery.id(),
                    new DeliveryRepository.Attempted(
                            Delivery.State.DELIVERED,
                            delivery.attempts(),
                            null,
                            null,
                            null,
                            now,
                            webhook.failingSince(),
                            now));
        } else {
            send(webhook, delivery, page, account, lease, true);
        }
    }

    private void sendNext(Webhook webhook, Account account, String lease) throws SQLException {
        int batch = limits.batch();
        ChangePage page = reader.read(webhook.position(), webhook.feeds(), batch, token(account));
        while (batch > FEWEST && body(page, now(), account).length > limits.maxBody()) {
            batch = Math.max(FEWEST, batch / 2);
            page = reader.read(webhook.position(), webhook.feeds(), batch, token(account));
        }
        meters.found(webhook.id(), page);
        if (page.entries().isEmpty()) {
            if (!page.missing().isEmpty()) {
                meters.count(WebhookMeters.Outcome.PUT_OFF);
            }
            webhooks.release(webhook.id(), lease, now().plus(limits.rest()));
            return;
        }
        Instant now = now();
        Delivery delivery = new Delivery(
                "msg_" + hex(),
                0,
                webhook.id(),
                Delivery.State.WAITING,
                now,
                webhook.position(),
                page.next(),
                page.upTo(),
                batch,
                page.entries().size(),
                0,
                now,
                null,
                null,
                null,
                null);
        if (deliveries.begin(delivery, lease)) {
            send(webhook, delivery, page, account, lease, page.more());
        } else {
            webhooks.release(webhook.id(), lease, now());
        }
    }

    private void send(Webhook webhook, Delivery delivery, ChangePage page, Account account, String lease, boolean more)
            throws SQLException {
        byte[] body = messages.changes(page, delivery.madeAt(), cursors.write(delivery.end(), account.clearance()));
        Map<String, String> headers =
                new SigningSecret(secrets.open(webhook.secret(), webhook.id())).headers(delivery.id(), now(), body);
        Endpoint.Answer answer = endpoint.post(webhook.url(), headers, body);
        int attempts = delivery.attempts() + 1;
        Instant now = now();
        if (answer.accepted()) {
            meters.count(WebhookMeters.Outcome.ACCEPTED);
            if (!more) {
                meters.passedOn(webhook.id(), page);
            }
            deliveries.attempted(
                    webhook.id(),
                    lease,
                    delivery.id(),
                    new DeliveryRepository.Attempted(
                            Delivery.State.DELIVERED,
                            attempts,
                            now,
                            answer.status(),
                            null,
                            now,
                            null,
                            more ? now : now.plus(limits.rest())));
            return;
        }
        failed(webhook, delivery, lease, answer, attempts, now);
    }

    private void failed(
            Webhook webhook, Delivery delivery, String lease, Endpoint.Answer answer, int attempts, Instant now)
            throws SQLException {
        Optional<Duration> wait = schedule.afterAttempt(attempts, answer.retryAfter());
        Instant failingSince = webhook.failingSince() == null ? now : webhook.failingSince();
        Instant due = wait.map(now::plus).orElse(now);
        meters.count(wait.isPresent() ? WebhookMeters.Outcome.FAILED : WebhookMeters.Outcome.DEAD);
        boolean kept = deliveries.attempted(
                webhook.id(),
                lease,
                delivery.id(),
                new DeliveryRepository.Attempted(
                        wait.isPresent() ? Delivery.State.WAITING : Delivery.State.DEAD,
                        attempts,
                        now,
                        answer.status(),
                        answer.words(),
                        due,
                        failingSince,
                        due));
        if (!kept) {
            return;
        }
        if (answer.gone()) {
            webhooks.pause(webhook.id(), Webhook.Reason.GONE, answer.words(), now);
        } else if (answer.refused()) {
            webhooks.pause(webhook.id(), Webhook.Reason.ADDRESS_REFUSED, answer.words(), now);
        } else if (!failingSince.plus(limits.pauseAfter()).isAfter(now)) {
            webhooks.pause(
                    webhook.id(),
                    Webhook.Reason.FAILING,
                    "Nothing was accepted since " + failingSince.truncatedTo(ChronoUnit.SECONDS) + ". The last time: "
                            + answer.words(),
                    now);
        }
    }

    private byte[] body(ChangePage page, Instant now, Account account) {
        return messages.changes(page, now, cursors.write(page.next(), account.clearance()));
    }

    private Optional<String> token(Account account) {
        return Optional.of(tokens.apply(account));
    }

    private String hex() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
