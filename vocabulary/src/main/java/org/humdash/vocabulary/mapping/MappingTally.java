package org.humdash.vocabulary.mapping;

import java.util.Map;

/**
 * What could not be taken over, though the rows are good.
 *
 * @param withoutArea rows that name an area of which no P-code is known; their areas are left empty
 * @param unknownAreas such names, the first {@value #MOST_NAMES}, with the rows each stands in
 * @param otherTypes what the file calls the types that were taken as OTHER, the first {@value #MOST_NAMES}, with the rows
 * @param withoutPosition rows without coordinates
 */
public record MappingTally(
        long withoutArea, Map<String, Long> unknownAreas, Map<String, Long> otherTypes, long withoutPosition) {

    static final int MOST_NAMES = 100;
}
