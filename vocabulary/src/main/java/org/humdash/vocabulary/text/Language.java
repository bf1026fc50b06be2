package org.humdash.vocabulary.text;

/** A language the dashboard is written in. */
public enum Language {
    EN,
    AR
}
