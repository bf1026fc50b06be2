package org.humdash.gateway.audit;

import java.time.Instant;
import org.humdash.gateway.account.Role;

/**
 * One request that may have written.
 *
 * @param path without the query, which may hold what is nobody's business
 * @param status of the answer; null while there is none, and for good where the gateway or the client ended before it
 */
record AuditEntry(
        long id,
        Instant begunAt,
        String account,
        Role role,
        String method,
        String path,
        Integer status,
        Instant endedAt) {}
