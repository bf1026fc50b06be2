package org.humdash.gateway;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.humdash.gateway.account.ProxyConfig;
import org.humdash.gateway.answer.AnswerConfig;
import org.humdash.gateway.change.ChangesConfig;
import org.humdash.gateway.diff.DiffConfig;
import org.humdash.gateway.idempotency.IdempotencyConfig;
import org.humdash.gateway.limit.LoadConfig;
import org.humdash.gateway.limit.RateConfig;
import org.humdash.gateway.page.PageConfig;
import org.humdash.gateway.peer.BreakerConfig;
import org.humdash.gateway.peer.WatermarkConfig;
import org.humdash.gateway.route.RouteConfig;
import org.humdash.gateway.situation.SituationConfig;
import org.humdash.gateway.webhook.WebhooksConfig;

/**
 * Gives each feature its part of the configuration, by the interfaces that it declares, and nothing of the others. What
 * {@link GatewayConfig} itself inherits from is given by the framework.
 */
class ConfigProducer {

    private final GatewayConfig all;

    ConfigProducer(GatewayConfig all) {
        this.all = all;
    }

    @Produces
    @Singleton
    SituationConfig situation() {
        return all.situation();
    }

    @Produces
    @Singleton
    PageConfig page() {
        return all.page();
    }

    @Produces
    @Singleton
    DiffConfig diff() {
        return all.diff();
    }

    @Produces
    @Singleton
    RouteConfig route() {
        return all.route();
    }

    @Produces
    @Singleton
    GatewayConfig.AccessConfig access() {
        return all.access();
    }

    @Produces
    @Singleton
    ChangesConfig changes() {
        return all.changes();
    }

    @Produces
    @Singleton
    WebhooksConfig webhooks() {
        return all.webhooks();
    }

    @Produces
    @Singleton
    ProxyConfig proxy() {
        return all.limits().proxy();
    }

    @Produces
    @Singleton
    RateConfig rate() {
        return all.limits().rate();
    }

    @Produces
    @Singleton
    LoadConfig load() {
        return all.limits().load();
    }

    @Produces
    @Singleton
    BreakerConfig breaker() {
        return all.limits().breaker();
    }

    @Produces
    @Singleton
    IdempotencyConfig idempotency() {
        return all.limits().idempotency();
    }

    @Produces
    @Singleton
    WatermarkConfig watermark() {
        return all.watermark();
    }

    @Produces
    @Singleton
    AnswerConfig answer() {
        return all.answer();
    }
}
