-- Whoever pages by the time of recording holds the place where a page ended. It is made of what the page shows: the numbers
-- of revisions count the hidden ones too, and their gaps would tell how many were written in between.
drop index incident_by_recording;
create index incident_by_recording on incident (recorded_at, id);
