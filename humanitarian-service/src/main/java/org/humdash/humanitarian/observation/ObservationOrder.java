package org.humdash.humanitarian.observation;

import org.humdash.kit.query.ListOrder;
import org.humdash.kit.query.ListOrders;

/** The orders a list of observations can have. */
final class ObservationOrder {

    private static final ListOrders ORDERS = new ListOrders("o", "validTo", "valid_to");

    private ObservationOrder() {}

    /** Reads the parameter {@code sort}, or answers 400. */
    static ListOrder of(String sort) {
        return ORDERS.of(sort);
    }
}
