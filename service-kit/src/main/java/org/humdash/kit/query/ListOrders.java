package org.humdash.kit.query;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The orders a list can have: by a day or by when its records were recorded, both ways round. */
public final class ListOrders {

    private final List<ListOrder> orders = new ArrayList<>();

    /**
     * @param alias of the table in SQL
     * @param day what a caller calls the day the list is ordered by first
     * @param dayColumn its column
     */
    public ListOrders(String alias, String day, String dayColumn) {
        both(day, alias, dayColumn, true);
        both("recordedAt", alias, "recorded_at", false);
    }

    private void both(String parameter, String alias, String column, boolean isByDay) {
        for (boolean descends : new boolean[] {true, false}) {
            orders.add(new ListOrder(
                    orders.size(),
                    (descends ? "-" : "") + parameter,
                    alias + "." + column,
                    alias + ".id",
                    isByDay,
                    descends));
        }
    }

    /** Reads the parameter {@code sort}, or answers 400. */
    public ListOrder of(String sort) {
        return orders.stream()
                .filter(order -> order.parameter().equals(sort))
                .findFirst()
                .orElseThrow(() -> INVALID_PARAMETER.because("Parameter 'sort' must be one of "
                        + orders.stream().map(ListOrder::parameter).collect(Collectors.joining(", "))
                        + "."));
    }
}
