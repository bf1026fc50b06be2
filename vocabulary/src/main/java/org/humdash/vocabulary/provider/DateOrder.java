package org.humdash.vocabulary.provider;

/** Which comes first in a date of numbers alone, such as 06/07/2025. */
public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST
}
