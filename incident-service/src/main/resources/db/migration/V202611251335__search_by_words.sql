-- A trigram index made an import three times as long as its rows took. Words and their beginnings are what people look
-- for; the service makes the text one of plain words (see SearchText), so the plainest configuration reads it.
drop index incident_by_words;
drop extension pg_trgm;
create index incident_by_words on incident using gin (to_tsvector('simple', search_text));
create index incident_by_place_words on incident using gin (to_tsvector('simple', place_text));

create index incident_by_day on incident (occurred_from, id);
