package org.humdash.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
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

    /**
     * Where the API is found from outside: scheme, host, and a path if a proxy adds one. Links in sentences begin with it;
     * without it they begin with the path.
     */
    Optional<URI> publicUrl();

    /** The composed situation. */
    SituationConfig situation();

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

        /** How long each section may take, from asking to the last byte; then it is unavailable, or the last good value. */
        @WithDefault("2s")
        @DurationMin(millis = 1)
        Duration sectionTimeout();

        /**
         * Another time for single sections, by their names: {@code section-timeouts.ledger=4s}. A section that is not
         * named has {@code section-timeout}.
         */
        Map<String, Duration> sectionTimeouts();

        /** How long after it was read the last good value of a section may stand in for one that fails; 0 for never. */
        @WithDefault("1h")
        @DurationMin
        Duration lastGoodAge();

        /** How much memory of one gateway the last good values may take. */
        @WithDefault("32M")
        MemorySize lastGoodMemory();

        /** How many other statements a sentence names beside the one it is about; how many more there are is said. */
        @WithDefault("3")
        @Min(0)
        int othersNamed();

        /** How much is read of one section; an answer that is larger is unavailable. */
        @WithDefault("16M")
        MemorySize maxAnswer();

        /** Connections kept to each service for composing; apart from those of the routes, so downloads cannot starve it. */
        @WithDefault("32")
        @Min(1)
        int connections();
    }

    interface DiffConfig {

        /** How long each answer may take, from asking to the last byte; then what is made of it is unavailable. */
        @WithDefault("4s")
        @DurationMin(millis = 1)
        Duration timeout();
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

        /** How long a client may let an upload wait in all, however little of it arrives. */
        @WithDefault("1m")
        @DurationMin(millis = 1)
        Duration uploadPatience();

        /** It may let it wait a second longer for each time that much has arrived. */
        @WithDefault("8K")
        MemorySize uploadSlowest();

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

    interface ChangesConfig {

        /** How long a service may take for one page of one of its feeds; then it is missing from the answer. */
        @WithDefault("5s")
        @DurationMin(millis = 1)
        Duration feedTimeout();

        /** How long a stream waits before it looks for news again, unless it is told that there is some. */
        @WithDefault("2s")
        @DurationMin(millis = 1)
        Duration pollInterval();

        /** How many entries one event of a stream holds at most. */
        @WithDefault("150")
        @Min(3)
        int streamPage();

        /** How many streams may be open at this gateway. */
        @WithDefault("1000")
        @Min(0)
        int streams();

        /** How many of them one key may have, or one address that sends no key. */
        @WithDefault("10")
        @Min(0)
        int streamsPerReader();

        /** How much may wait for a reader that takes too little, before it is dropped. */
        @WithDefault("1M")
        MemorySize streamBacklog();

        /** How long a reader may take nothing of what waits for it, before it is dropped. */
        @WithDefault("30s")
        @DurationMin(millis = 1)
        Duration stallTimeout();

        /** How often a stream without news shows that it is alive; less than proxies wait. */
        @WithDefault("15s")
        @DurationMin(millis = 1)
        Duration heartbeat();

        /** How often it is looked up whether the key of a stream still holds. */
        @WithDefault("10s")
        @DurationMin(millis = 1)
        Duration keyCheck();

        /** How long a stream may be open; its reader comes back by itself, perhaps to another gateway. */
        @WithDefault("1h")
        @DurationMin(millis = 1)
        Duration streamLife();

        /** As above, for accounts of an identity provider, about which nobody here learns that they ended. */
        @WithDefault("5m")
        @DurationMin(millis = 1)
        Duration tokenStreamLife();

        /** How long a reader whose stream ended should wait before it comes back. */
        @WithDefault("3s")
        @DurationMin(millis = 1)
        Duration retry();
    }

    interface WebhooksConfig {

        /**
         * What the secrets of webhooks are encrypted with: 32 random bytes each, as base64. The first encrypts, all decrypt, so
         * a new one is put before the old one. Without any there are no webhooks.
         */
        Optional<List<String>> encryptionKeys();

        /** Whether endpoints may be http; for tests and development. */
        @WithDefault("false")
        boolean allowHttp();

        /** Whether endpoints may be in private networks and on any port; for tests and development. */
        @WithDefault("false")
        boolean allowPrivateAddresses();

        /** The ports that endpoints may be on. */
        @WithDefault("443,8443")
        List<Integer> ports();

        /** How many webhooks one account may have. */
        @WithDefault("10")
        @Min(0)
        int perAccount();

        /** How many entries are sent at once, at most. */
        @WithDefault("100")
        @Min(3)
        int batch();

        /** How large a message should be at most; one that would be larger has fewer entries. */
        @WithDefault("512K")
        MemorySize maxBody();

        /** How long an endpoint may take, from looking up its name to the end of its answer. */
        @WithDefault("15s")
        @DurationMin(millis = 1)
        Duration timeout();

        /** How long a webhook rests when there is nothing to be sent, unless somebody says that there is. */
        @WithDefault("15s")
        @DurationMin(millis = 1)
        Duration pollInterval();

        /** How often a gateway looks for webhooks that are due; {@code off} for a gateway that sends none. */
        @WithDefault("1s")
        String turn();

        /** How many messages one gateway sends at once. */
        @WithDefault("8")
        @Min(1)
        int parallel();

        /** How long a gateway has a webhook to itself; longer than reading and sending take. */
        @WithDefault("2m")
        @DurationMin(seconds = 1)
        Duration lease();

        /** How long to wait before each further attempt, give or take a fifth; after the last one the message is dead. */
        @WithDefault("10s,1m,5m,30m,2h,6h,12h,24h,24h")
        List<Duration> retries();

        /** How long nothing may have been accepted before a webhook is paused. */
        @WithDefault("5d")
        Duration pauseAfter();

        /** How long deliveries stay in the list after they ended. */
        @WithDefault("30d")
        Duration keep();
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

        /** Requests under way in all, open streams among them; more are told to come back. */
        @WithDefault("2000")
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

        /**
         * Connections to each service for exports and imports, apart from those for everything else. An export holds a
         * connection of the service to its database, of which there are 16: half of them are left to the others.
         */
        @WithDefault("8")
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

    interface WatermarkConfig {

        /** How long a service may be silent about changes before they are unknown; it speaks up every five seconds. */
        @WithDefault("8s")
        @DurationMin(seconds = 1)
        Duration silence();

        /** How long nothing is answered from memory after a write, which the service hears of a little later than the writer. */
        @WithDefault("1s")
        Duration afterWrite();

        /** The longest pause before a service that did not answer is asked again. */
        @WithDefault("5s")
        @DurationMin(millis = 50)
        Duration longestPause();
    }

    interface AnswerConfig {

        /** Goes into every tag. A release that answers differently about the same data needs another one. */
        @WithDefault("${quarkus.application.version}")
        String release();

        /** How much memory kept answers may take, all together. */
        @WithDefault("32M")
        MemorySize memory();

        /** How large one answer may be to be kept. */
        @WithDefault("4M")
        MemorySize largest();

        /** How hard texts are compressed, from 1 to 9; more costs time for little. */
        @WithDefault("1")
        @Min(1)
        @Max(9)
        int compression();
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
