package org.humdash.gateway.question;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.humdash.gateway.peer.PeerAnswer;
import org.humdash.gateway.peer.PeerFailure;

/** What became of a question: one of the two is null. */
public record Outcome<T>(T answer, PeerFailure failure) {

    /** Makes something of what a service sent. */
    @FunctionalInterface
    public interface Reading<T> {
        /** @throws PeerFailure if that cannot be made of it */
        T of(PeerAnswer answer) throws PeerFailure;
    }

    /** Waits until the answer has come or failed. */
    public static <T> Outcome<T> of(CompletableFuture<PeerAnswer> asked, Reading<T> reading) {
        try {
            return new Outcome<>(reading.of(asked.get()), null);
        } catch (PeerFailure failure) {
            return new Outcome<>(null, failure);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PeerFailure failure) {
                return new Outcome<>(null, failure);
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public boolean isRead() {
        return answer != null;
    }

    /** Whether the service says that there is no such record. */
    public boolean isUnknown() {
        return failure != null && failure.kind() == PeerFailure.Kind.UNKNOWN;
    }
}
