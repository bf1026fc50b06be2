package org.humdash.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
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

    /** How much one caller, and all together, may ask; and what is done when a service fails. */
    LimitsConfig limits();

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

    interface LimitsConfig {

        /** Where the address of a caller comes from. */
        ProxyConfig proxy();

        /** How often one caller may ask. Counted in the memory of this instance. */
        RateConfig rate();

        /** How much may be under way at once in this instance. */
        LoadConfig load();

        /** When a service that fails is left alone. */
        BreakerConfig breaker();

        /** Answers kept for requests with an Idempotency-Key. */
        IdempotencyConfig idempotency();
    }

    interface ProxyConfig {

        /**
         * How many proxies of the operator's own stand before the gateway, each of which adds the address it was asked
         * from to a header. None are believed by default, and the address of the connection counts.
         */
        @WithDefault("0")
        @Min(0)
        int trusted();

        /** The header they write: FORWARDED (RFC 7239) or X_FORWARDED_FOR. Only this one is read. */
        @WithDefault("X_FORWARDED_FOR")
        ProxyHeader header();

        enum ProxyHeader {
            FORWARDED,
            X_FORWARDED_FOR
        }
    }

    interface RateConfig {

        /** Whether anything is counted at all. */
        @WithDefault("true")
        boolean enabled();

        /** The time over which the numbers below are counted; what was used comes back evenly within it. */
        @WithDefault("60s")
        @DurationMin(seconds = 1)
        Duration window();

        /** Units for one address, of those who do not say who they are. An ordinary read is one unit. */
        @WithDefault("600")
        @Min(1)
        long anonymous();

        /** Units for one key of a partner. */
        @WithDefault("3000")
        @Min(1)
        long partner();

        /** Units for one key that sees what staff may see. */
        @WithDefault("12000")
        @Min(1)
        long staff();

        /** How many callers are remembered; the one not heard of for longest is forgotten first. */
        @WithDefault("100000")
        @Min(1)
        long callers();
    }

    interface LoadConfig {

        /** Requests under way in all; more are told to come back. */
        @WithDefault("1000")
        @Min(1)
        int requests();

        /** Of these, requests that may carry a body. */
        @WithDefault("250")
        @Min(1)
        int bodies();

        /** Requests of one caller under way: an address or a key. */
        @WithDefault("200")
        @Min(1)
        int perCaller();

        /** Connections to each service for exports and imports, apart from those for everything else. */
        @WithDefault("16")
        @Min(1)
        int longConnections();

        /** How many exports and imports may wait for one of them. */
        @WithDefault("16")
        @Min(0)
        int longWaiting();
    }

    interface BreakerConfig {

        /** Share of requests that failed, in per cent, from which on a service is left alone. */
        @WithDefault("50")
        @Min(1)
        @Max(100)
        int failures();

        /** How many requests, the latest, are looked at. None is judged by fewer. */
        @WithDefault("20")
        @Min(1)
        int requests();

        /** How long it is left alone before a few requests try again. */
        @WithDefault("5s")
        @DurationMin(millis = 1)
        Duration pause();

        /** How many requests try. */
        @WithDefault("3")
        @Min(1)
        int probes();
    }

    interface IdempotencyConfig {

        /** How long an answer can be had again. */
        @WithDefault("48h")
        @DurationMin(hours = 24)
        Duration keep();

        /** How much of an answer is kept; of a larger one only that it was given. */
        @WithDefault("256K")
        MemorySize maxAnswer();

        /** How large a POST to the gateway itself may be when it carries a key: it is read before it is done. */
        @WithDefault("1M")
        MemorySize maxOwnBody();

        /** For how long nothing may have been heard of a request under way before another gateway takes it for lost. */
        @WithDefault("60s")
        @DurationMin(seconds = 30)
        Duration lostAfter();
    }
}
