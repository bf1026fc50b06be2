package org.humdash.gateway;

import io.smallrye.config.ConfigMapping;
import org.humdash.gateway.account.ProxyConfig;
import org.humdash.gateway.account.WrongKeysConfig;
import org.humdash.gateway.answer.AnswerConfig;
import org.humdash.gateway.apikey.ApiKeyConfig;
import org.humdash.gateway.change.ChangesConfig;
import org.humdash.gateway.diff.DiffConfig;
import org.humdash.gateway.idempotency.IdempotencyConfig;
import org.humdash.gateway.lifecycle.LifecyclesConfig;
import org.humdash.gateway.limit.LoadConfig;
import org.humdash.gateway.limit.RateConfig;
import org.humdash.gateway.page.PageConfig;
import org.humdash.gateway.peer.BreakerConfig;
import org.humdash.gateway.peer.PeerUrlsConfig;
import org.humdash.gateway.peer.WatermarkConfig;
import org.humdash.gateway.quote.PublicUrlConfig;
import org.humdash.gateway.route.RouteConfig;
import org.humdash.gateway.situation.SituationConfig;
import org.humdash.gateway.token.TokenConfig;
import org.humdash.gateway.webhook.WebhooksConfig;

/**
 * Everything the gateway can be told. Each key stands under {@code humdash.gateway} and is explained by the feature it
 * belongs to, which gets it from {@link ConfigProducer} and does not know the others.
 */
@ConfigMapping(prefix = "humdash.gateway")
public interface GatewayConfig extends PeerUrlsConfig, PublicUrlConfig, LifecyclesConfig {

    /** The composed situation. */
    SituationConfig situation();

    /** The situation page. */
    PageConfig page();

    /** What changed since an instant. */
    DiffConfig diff();

    /** Requests handed on to the services as they are. */
    RouteConfig route();

    /** Who may do what. */
    AccessConfig access();

    /** The feed of what changed at both services. */
    ChangesConfig changes();

    /** What is sent to partners by itself. */
    WebhooksConfig webhooks();

    /** How much one caller, and all together, may ask; and what is done when a service fails. */
    LimitsConfig limits();

    /** What the services tell about changes. */
    WatermarkConfig watermark();

    /** Answers that are known by a tag, and those that are kept. */
    AnswerConfig answer();

    interface AccessConfig extends ApiKeyConfig, TokenConfig, WrongKeysConfig {}

    interface LimitsConfig {

        /** Where the address of a caller comes from. */
        ProxyConfig proxy();

        /** How often one caller may ask. */
        RateConfig rate();

        /** How much may be under way at once in this instance. */
        LoadConfig load();

        /** When a service that fails is left alone. */
        BreakerConfig breaker();

        /** Answers kept for requests with an Idempotency-Key. */
        IdempotencyConfig idempotency();
    }
}
