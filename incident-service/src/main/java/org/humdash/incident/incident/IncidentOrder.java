package org.humdash.incident.incident;

import org.humdash.kit.query.ListOrder;
import org.humdash.kit.query.ListOrders;

/** The orders a list of incidents can have. */
final class IncidentOrder {

    private static final ListOrders ORDERS = new ListOrders("i", "occurredFrom", "occurred_from");

    private IncidentOrder() {}

    /** Reads the parameter {@code sort}, or answers 400. */
    static ListOrder of(String sort) {
        return ORDERS.of(sort);
    }
}
