package org.humdash.gateway.page;

import java.util.List;

/**
 * A part of the page.
 *
 * @param notice why there is nothing, or nothing of now; null if all is well
 * @param items empty also where there is nothing to show
 */
public record PartView<T>(String notice, List<T> items) {}
