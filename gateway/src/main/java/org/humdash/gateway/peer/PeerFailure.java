package org.humdash.gateway.peer;

import java.time.Duration;
import java.util.Locale;

/** Why a service gave no usable answer. The message is plain words that may be shown to anybody. */
public final class PeerFailure extends Exception {

    /** What happened; a closed list, so that it can label a meter. */
    public enum Kind {
        /** The service says that what was asked about does not exist. */
        UNKNOWN,
        TIMEOUT,
        UNREACHABLE,
        /** Too many questions wait for the service already. */
        BUSY,
        /** The service failed so often that it is left alone for a moment. */
        SUSPENDED,
        BROKEN_OFF,
        TOO_LARGE,
        /** The service had an error of its own. */
        ERROR,
        /** The service did not accept the question. */
        REFUSED,
        UNREADABLE;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Kind kind;
    private final Peer peer;
    private final String detail;
    private final boolean ofTheService;

    private PeerFailure(Kind kind, Peer peer, String detail, String words) {
        this(kind, peer, detail, words, kind == Kind.TIMEOUT || kind == Kind.UNREACHABLE || kind == Kind.BROKEN_OFF);
    }

    private PeerFailure(Kind kind, Peer peer, String detail, String words, boolean ofTheService) {
        // A stack trace would say where the gateway waited, never what went wrong at the service.
        super(words, null, false, false);
        this.kind = kind;
        this.peer = peer;
        this.detail = detail;
        this.ofTheService = ofTheService;
    }

    public Peer peer() {
        return peer;
    }

    /** The limit that was passed or the status that was answered, as in the message; empty where there is neither. */
    public String detail() {
        return detail;
    }

    /** Whether the service was not able to do its work, whatever it was asked. */
    boolean isOfTheService() {
        return ofTheService;
    }

    public Kind kind() {
        return kind;
    }

    static PeerFailure unknown(Peer peer) {
        return new PeerFailure(Kind.UNKNOWN, peer, "", peer.serviceName() + " does not know it");
    }

    static PeerFailure timeout(Peer peer, Duration limit) {
        return new PeerFailure(
                Kind.TIMEOUT, peer, words(limit), peer.serviceName() + " did not answer within " + words(limit));
    }

    static PeerFailure unreachable(Peer peer) {
        return new PeerFailure(Kind.UNREACHABLE, peer, "", peer.serviceName() + " could not be reached");
    }

    static PeerFailure busy(Peer peer) {
        return new PeerFailure(
                Kind.BUSY, peer, "", "too many questions to " + peer.serviceName() + " are waiting already");
    }

    static PeerFailure suspended(Peer peer) {
        return new PeerFailure(
                Kind.SUSPENDED, peer, "", peer.serviceName() + " failed often and is left alone for a moment");
    }

    static PeerFailure brokenOff(Peer peer) {
        return new PeerFailure(Kind.BROKEN_OFF, peer, "", peer.serviceName() + " broke off its answer");
    }

    static PeerFailure tooLarge(Peer peer, long bytes) {
        return new PeerFailure(
                Kind.TOO_LARGE, peer, words(bytes), peer.serviceName() + " sent more than " + words(bytes));
    }

    static PeerFailure answered(Peer peer, int status) {
        return status >= 500
                ? new PeerFailure(
                        Kind.ERROR,
                        peer,
                        String.valueOf(status),
                        peer.serviceName() + " answered with an error (" + status + ")",
                        status >= 502 && status <= 504)
                : new PeerFailure(
                        Kind.REFUSED,
                        peer,
                        String.valueOf(status),
                        peer.serviceName() + " did not accept the question (" + status + ")");
    }

    /** The answer is not what the service promises. */
    public static PeerFailure unreadable(Peer peer) {
        return new PeerFailure(Kind.UNREADABLE, peer, "", peer.serviceName() + " sent an answer that cannot be read");
    }

    /** A length of time as people write it: {@code 2 s}, {@code 1.5 s}, {@code 10 min}. */
    public static String words(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(2)) >= 0 && duration.toSeconds() % 60 == 0) {
            return duration.toMinutes() + " min";
        }
        String seconds = new java.math.BigDecimal(duration.toMillis())
                .movePointLeft(3)
                .stripTrailingZeros()
                .toPlainString();
        return seconds + " s";
    }

    /** An amount of data as people write it: {@code 16 MB}. */
    public static String words(long bytes) {
        if (bytes >= 1 << 30 && bytes % (1 << 30) == 0) {
            return (bytes >> 30) + " GB";
        }
        if (bytes >= 1 << 20 && bytes % (1 << 20) == 0) {
            return (bytes >> 20) + " MB";
        }
        if (bytes >= 1 << 10 && bytes % (1 << 10) == 0) {
            return (bytes >> 10) + " KB";
        }
        return bytes + " bytes";
    }
}
