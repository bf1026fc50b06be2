package org.humdash.gateway.apikey;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks whose key was sent. */
final class ApiKeyRequest extends BaseAuthenticationRequest {

    private final SentKey key;

    ApiKeyRequest(SentKey key) {
        this.key = key;
    }

    SentKey key() {
        return key;
    }
}
