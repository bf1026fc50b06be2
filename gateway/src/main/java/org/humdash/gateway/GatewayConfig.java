package org.humdash.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** Everything the gateway can be told. Each key stands under {@code humdash.gateway}. */
@ConfigMapping(prefix = "humdash.gateway")
public interface GatewayConfig {

    /** Where incident-service answers: scheme, host and port, no path. */
    @WithDefault("http://127.0.0.1:8081")
    URI incidentUrl();

    /** Where humanitarian-service answers: scheme, host and port, no path. */
    @WithDefault("http://127.0.0.1:8082")
    URI humanitarianUrl();

    /** The composed situation. */
    SituationConfig situation();

    /** Requests handed on to the services as they are. */
    RouteConfig route();

    /** Who may do what. */
    AccessConfig access();

    /** What will go away, by path with everything below it: {@code humdash.gateway.lifecycle."/api/v1/claims".sunset}. */
    Map<String, LifecycleConfig> lifecycle();

    interface SituationConfig {

        /** The ceasefire meant when a caller names none. */
        @WithDefault("GAZA-2025-10")
        String defaultCeasefire();

        /** P-code of the area meant when a caller names none. */
        @WithDefault("PS02")
        String defaultArea();

        /** Whose calendar "today" is, when a caller names no day. */
        @WithDefault("Asia/Gaza")
        ZoneId timeZone();

        /** How long each section may take, from asking to the last byte; then it is unavailable. */
        @WithDefault("2s")
        @DurationMin(millis = 1)
        Duration sectionTimeout();

        /** How much is read of one section; an answer that is larger is unavailable. */
        @WithDefault("16M")
        MemorySize maxAnswer();

        /** Connections kept to each service for composing; apart from those of the routes, so downloads cannot starve it. */
        @WithDefault("32")
        @Min(1)
        int connections();
    }

    interface RouteConfig {

        /** How long connecting to a service may take. */
        @WithDefault("2s")
        @DurationMin(millis = 1)
        Duration connectTimeout();

        /** How long a service may think about a GET or HEAD before its answer begins. */
        @WithDefault("30s")
        @DurationMin(millis = 1)
        Duration readTimeout();

        /** How long a service may think about a write, counted from its last byte: an import is applied in one piece. */
        @WithDefault("10m")
        @DurationMin(millis = 1)
        Duration writeTimeout();

        /** How long an upload or download may stand still, in either direction, before it is broken off. */
        @WithDefault("60s")
        @DurationMin(millis = 1)
        Duration stallTimeout();

        /** How much one request may carry; it is passed on as it arrives and never held. */
        @WithDefault("1G")
        MemorySize maxRequestBody();

        /** Connections kept to each service for the routes; further requests wait. */
        @WithDefault("64")
        @Min(1)
        int connections();

        /** How many requests may wait for a connection to each service; more are told to come back. */
        @WithDefault("256")
        @Min(0)
        int waiting();
    }

    interface AccessConfig {

        /**
         * The key of the first administrator, with which others are made: {@code humdash_}, 16 hexadecimal digits,
         * {@code _}, and 32 random bytes as base64url. Without it nobody can make keys; to replace it, replace it here.
         */
        Optional<String> administratorKey();

        /** How long it is remembered whose a key is: so long a revocation may take to be known to every gateway. */
        @WithDefault("10s")
        Duration keyMemory();

        /** How long the services believe what the gateway says about a caller. */
        @WithDefault("5m")
        @DurationMin(seconds = 30)
        Duration tokenLife();

        /** How long one key signs tokens before the next one does. */
        @WithDefault("6h")
        @DurationMin(minutes = 1)
        Duration signingKeyLife();

        /** How many wrong keys one address may send in a minute before it has to wait. */
        @WithDefault("10")
        @Min(0)
        int wrongKeysFree();

        /** How long the answer to each further wrong key is held back. */
        @WithDefault("2s")
        @DurationMin(millis = 1)
        Duration wrongKeyWait();
    }

    interface LifecycleConfig {

        /** Since when nobody should begin to use it, or from when on (RFC 9745, {@code Deprecation}). */
        Optional<Instant> deprecated();

        /** When it stops to answer (RFC 8594, {@code Sunset}). */
        Optional<Instant> sunset();

        /** Where people read what to use instead. */
        Optional<URI> link();
    }
}
