package org.humdash.vocabulary.text;

/**
 * The same words in English and in Arabic.
 *
 * @param en never blank
 * @param ar null where no Arabic is known: it is never made up from the English
 */
public record BilingualText(String en, String ar) {

    public BilingualText {
        if (en == null || en.isBlank()) {
            throw new IllegalArgumentException("A text needs its English words");
        }
        if (ar != null && ar.isBlank()) {
            throw new IllegalArgumentException("Leave the Arabic words out instead of leaving them blank");
        }
    }
}
