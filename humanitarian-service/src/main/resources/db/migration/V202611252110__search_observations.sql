-- What a statement and the note on it say, as words that can be looked up: folded, without anything that is neither letter
-- nor digit, and an Arabic word that carries the article a second time without it. The same is done in Java to the words
-- that are looked for (SearchText); a test holds the two against each other.
create function observation_words(verbatim text, note text) returns text
    language plpgsql immutable parallel safe cost 1000 as $$
declare
    words text := concat_ws(' ', verbatim, note);
begin
    if words ~ '[^\u0001-\u007f]' then
        -- Accents and vowel signs, the carriers of hamza once they are taken apart, the tatweel, invisible marks.
        words := regexp_replace(normalize(words, nfd),
            '[\u0300-\u036f\u0483-\u0489\u0610-\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dd\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff'
            || '\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u20d0-\u20ff\ufe20-\ufe2f\ufeff]', '', 'g');
        words := translate(lower(words collate "pg_c_utf8"), 'ىة٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', 'يه01234567890123456789');
    else
        words := lower(words collate "pg_c_utf8");
    end if;
    words := regexp_replace(words collate "pg_c_utf8", '[^[:alnum:]]+', ' ', 'g');
    return words || coalesce((select string_agg(' ' || stem[1], '')
        from regexp_matches(words, '(?:^| )(?:وال|بال|كال|فال|ال|لل)([^ ]{3,})', 'g') as found (stem)), '');
end
$$;
create index observation_by_words on observation using gin (to_tsvector('simple', observation_words(verbatim, note)))
    where verbatim is not null or note is not null;

-- A page of what one source said, or of one area, newest validity first, is read from an index to its end and not sorted.
create index observation_by_originator on observation (originator, valid_to, id);
create index observation_by_publisher on observation (publisher, valid_to, id) where publisher is not null;
create index observation_by_place on observation (area, valid_to, id);
-- An area of level 1 with those inside it: their codes begin with its code.
create index observation_by_region on observation ("left"(area, 4), valid_to, id);
create index observation_by_recording on observation (recorded_at, id);
