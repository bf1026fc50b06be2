package org.humdash.gateway.testing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the running gateway before fake services, with limits low enough to be reached. */
@QuarkusTest
@QuarkusTestResource(GatewayDatabase.class)
@QuarkusTestResource(
        value = FakeServices.class,
        initArgs = {
            @ResourceArg(name = "humdash.gateway.situation.max-answer", value = "1M"),
            @ResourceArg(name = "humdash.gateway.route.read-timeout", value = "2s"),
            @ResourceArg(name = "humdash.gateway.route.write-timeout", value = "2500ms"),
            @ResourceArg(name = "humdash.gateway.route.stall-timeout", value = "3s"),
            @ResourceArg(name = "humdash.gateway.route.upload-patience", value = "4s"),
            @ResourceArg(name = "humdash.gateway.route.max-request-body", value = "8M"),
            @ResourceArg(name = "humdash.gateway.access.wrong-keys-free", value = "1000"),
            @ResourceArg(name = "humdash.gateway.changes.poll-interval", value = "50ms"),
            @ResourceArg(name = "humdash.gateway.changes.key-check", value = "50ms"),
            @ResourceArg(name = "humdash.gateway.webhooks.timeout", value = "2s"),
            @ResourceArg(name = "humdash.gateway.webhooks.turn", value = "0.1s"),
            @ResourceArg(name = "humdash.gateway.webhooks.per-account", value = "3"),
            @ResourceArg(name = "humdash.gateway.watermark.silence", value = "3s"),
            @ResourceArg(name = "humdash.gateway.watermark.longest-pause", value = "100ms"),
            @ResourceArg(name = "humdash.gateway.watermark.after-write", value = "300ms"),
            // All tests are one caller, and what one breaks is not to be felt by another.
            @ResourceArg(name = "humdash.gateway.limits.rate.anonymous", value = "1000000"),
            @ResourceArg(name = "humdash.gateway.limits.rate.staff", value = "1000000"),
            @ResourceArg(name = "humdash.gateway.limits.breaker.requests", value = "100000"),
            @ResourceArg(
                    name = "humdash.gateway.lifecycle.\"/api/v1/violation-types\".sunset",
                    value = "2027-06-05T00:00:00Z"),
            @ResourceArg(
                    name = "humdash.gateway.lifecycle.\"/api/v1/violation-types\".link",
                    value = "https://partner.example/moving"),
            @ResourceArg(name = "quarkus.http.cors.enabled", value = "true"),
            @ResourceArg(name = "quarkus.http.cors.origins", value = "https://partner.example")
        })
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface GatewayTest {}
