package org.humdash.gateway.account;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** Under {@code humdash.gateway.limits.proxy}: where the address of a caller comes from. */
public interface ProxyConfig {

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
