package org.humdash.incident.incident;

/**
 * Where an incident happened. Whatever is not known is null and never guessed.
 *
 * @param name as the provider gave it
 * @param adm1 P-code of level 1
 * @param adm2 P-code of level 2
 * @param lat degrees north, WGS 84
 * @param lon degrees east, WGS 84
 * @param precision 1 exact, 2 near (about 25 km), 3 adm2, 4 adm1, 5 vague or linear, 6 country, 7 sea or air (UCDP's scale)
 */
public record Place(String name, String adm1, String adm2, Double lat, Double lon, Integer precision) {

    static final Place UNKNOWN = new Place(null, null, null, null, null, null);
}
