-- The contract with Grafana: schema "reporting", read by the role grafana_reader alone. It holds what every viewer of a
-- dashboard may see (LOW and MODERATE). recorded_at and superseded_at are shown so that a panel can ask "as known on".
-- The columns are described in docs/reporting.md; a change of meaning gets a new view, never a new sense of an old column.
create or replace view reporting.indicator with (security_barrier) as
select code, name_en, name_ar, unit, kind, aggregation, expected_interval_days, minimum, maximum, hxl_tag, source_priority, recorded_at, superseded_at,
       cluster
from indicator
where sensitivity in ('LOW', 'MODERATE') and revision_reason <> 'RETRACTION';

create or replace view reporting.hazard with (security_barrier) as
select h.code, h.type, h.name_en, h.name_ar, h.glide, h.starts_on, h.ends_on, h.starts_on::timestamp at time zone 'Asia/Gaza' as time,
       (h.ends_on + 1)::timestamp at time zone 'Asia/Gaza' as time_end, h.areas, h.source, s.name_en as source_name, h.url,
       h.recorded_at, h.superseded_at, s.name_ar as source_name_ar
from hazard h
join source_copy s on s.code = h.source
where h.sensitivity in ('LOW', 'MODERATE') and h.revision_reason <> 'RETRACTION'
  and not exists (select from hazard n where n.id = h.id and n.superseded_at is null and n.sensitivity not in ('LOW', 'MODERATE'));

-- Each revision of each observation. stated is the number the source put into words; a range and an order of magnitude
-- are not one number and have none.
create or replace view reporting.observation with (security_barrier) as
select o.id as observation_id, o.indicator, i.name_en as indicator_name, i.unit, o.area, o.definition, o.originator, s.name_en as originator_name,
       s.kind as originator_kind, o.publisher, p.name_en as publisher_name, o.reference,
       -- an observation that is hidden is not named by its relays either
       case when not exists (select from observation n where n.id = o.relay_of and n.superseded_at is null
               and n.sensitivity not in ('LOW', 'MODERATE')) then o.relay_of end as relay_of, h.code as hazard, h.name_en as hazard_name,
       nullif(concat_ws(', ', o.sex, o.age, o.cause, o.shelter_type), '') as disaggregation, o.qualifier, o.lower, o.best, o.upper,
       case when o.qualifier not in ('RANGE', 'ORDER') then coalesce(o.best, o.lower, o.upper) end as stated, o.valid_from, o.valid_to,
       o.valid_to::timestamp at time zone 'Asia/Gaza' as time, o.published_on, o.published_on - o.valid_to as age_at_publication_days, o.url, o.note,
       o.revision, o.revision_reason, o.recorded_at, o.superseded_at,
       reporting.figure(o.qualifier, o.lower, o.best, o.upper) || case i.unit when 'percent' then ' %' else '' end as figure,
       i.name_ar as indicator_name_ar, s.name_ar as originator_name_ar, p.name_ar as publisher_name_ar
from observation o
join indicator i on i.code = o.indicator and i.superseded_at is null
join source_copy s on s.code = o.originator
left join source_copy p on p.code = o.publisher
left join hazard h on h.code = o.hazard and h.superseded_at is null and h.sensitivity in ('LOW', 'MODERATE')
where o.sensitivity in ('LOW', 'MODERATE') and o.revision_reason <> 'RETRACTION'
  -- What is hidden now is hidden in its older revisions too.
  and not exists (select from observation n where n.id = o.id and n.superseded_at is null and n.sensitivity not in ('LOW', 'MODERATE'));

-- The order of sources of each indicator as it was set; where none was, reporting.indicator has the one it came with.
create or replace view reporting.headline_policy with (security_barrier) as
select indicator, source_priority, note_en, note_ar, revision, recorded_at, superseded_at
from headline_policy
where sensitivity in ('LOW', 'MODERATE') and revision_reason <> 'RETRACTION';

-- Of every indicator, area, originator and definition the figure of the whole that leads, as known now: the newest
-- validity, of days still to come too. It goes through the list of series and not through the observations; the limits keep
-- the planner from joining with all of them.
create or replace view reporting.latest_observation with (security_barrier) as
select o.*
from (select distinct on (s.indicator, s.area, s.originator, s.definition) newest.id, newest.revision
      from observation_series s
      cross join lateral (
          select n.id, n.revision, n.valid_to, r.is_relay, n.published_on, n.reference
          from observation n
          -- a relay of what is hidden does not say that it is one
          cross join lateral (select n.relay_of is not null and not exists (select from observation h where h.id = n.relay_of
              and h.superseded_at is null and h.sensitivity not in ('LOW', 'MODERATE')) as is_relay) r
          where n.series = s.series and n.superseded_at is null and n.sensitivity in ('LOW', 'MODERATE') and n.revision_reason <> 'RETRACTION'
          order by n.valid_to desc, r.is_relay, n.published_on desc nulls last, n.reference collate "C"
          limit 1) newest
      where not s.is_part
      order by s.indicator, s.area, s.originator, s.definition, newest.valid_to desc, newest.is_relay,
               newest.published_on desc nulls last, newest.reference collate "C") chosen
cross join lateral (select r.* from reporting.observation r where r.observation_id = chosen.id and r.revision = chosen.revision limit 1) o;

-- The headline of each indicator and area as of today, as known now: docs/headline-policy.md in SQL.
create or replace view reporting.headline with (security_barrier) as
select o.*
from (select distinct on (s.indicator, s.area) newest.id, newest.revision
      from observation_series s
      join reporting.indicator i on i.code = s.indicator and i.superseded_at is null
      left join reporting.headline_policy p on p.indicator = s.indicator and p.superseded_at is null
      cross join lateral (
          select n.id, n.revision, n.valid_to, r.is_relay, n.published_on, n.reference
          from observation n
          -- a relay of what is hidden does not say that it is one
          cross join lateral (select n.relay_of is not null and not exists (select from observation h where h.id = n.relay_of
              and h.superseded_at is null and h.sensitivity not in ('LOW', 'MODERATE')) as is_relay) r
          where n.series = s.series and n.superseded_at is null and n.sensitivity in ('LOW', 'MODERATE') and n.revision_reason <> 'RETRACTION'
            and n.valid_to <= (now() at time zone 'Asia/Gaza')::date
          order by n.valid_to desc, r.is_relay, n.published_on desc nulls last, n.reference collate "C"
          limit 1) newest
      where not s.is_part
      order by s.indicator, s.area, s.definition = s.indicator desc,
               array_position(coalesce(p.source_priority, i.source_priority), s.originator) nulls last, newest.valid_to desc,
               newest.is_relay, newest.published_on desc nulls last, s.originator collate "C", newest.reference collate "C") chosen
cross join lateral (select r.* from reporting.observation r where r.observation_id = chosen.id and r.revision = chosen.revision limit 1) o;

-- What was promised for every day, and which indicators tell what came of it.
create or replace view reporting.commitment with (security_barrier) as
select c.ceasefire, c.code, c.title_en, c.title_ar, c.area, c.quantity_per_day, c.unit, c.from_date, c.to_date, c.day_count, c.source,
       s.name_en as source_name, c.url, c.delivered, c.stated_expected, c.stated_percent, c.recorded_at, c.superseded_at
from commitment c
join source_copy s on s.code = c.source
where c.sensitivity in ('LOW', 'MODERATE') and c.revision_reason <> 'RETRACTION';

-- Each revision of each alert: what is warned of, never what happened. Of several languages and events it holds the first;
-- the others are in the API.
create or replace view reporting.alert with (security_barrier) as
select a.id as alert_id, a.format, a.sender, a.identifier, a.sent, a.sent as time, a.status, a.message_type, a.type, a.infos -> 0 ->> 'event' as event,
       a.infos -> 0 ->> 'headline' as headline, a.infos -> 0 ->> 'language' as language, a.infos -> 0 ->> 'urgency' as urgency,
       a.infos -> 0 ->> 'severity' as severity, a.infos -> 0 ->> 'certainty' as certainty, a.alert_level, a.glide, l.hazard, l.hazard_name, a.begins,
       a.ends, a.area_descriptions, a.pcodes, a.lon_min, a.lon_max, a.lat_min, a.lat_max, a.url, a.replaces, a.gdacs_event, a.gdacs_episode, a.revision,
       a.revision_reason, a.recorded_at, a.superseded_at
from alert a
left join lateral (
    select string_agg(h.code, ', ' order by h.code) as hazard, string_agg(h.name_en, ', ' order by h.code) as hazard_name from hazard h
    where (a.hazard_link = 'BY_HAND' and h.code = a.hazard or a.hazard_link = 'GLIDE' and h.glide = a.glide)
      and h.superseded_at is null and h.revision_reason <> 'RETRACTION' and h.sensitivity in ('LOW', 'MODERATE')) l on true
where a.sensitivity in ('LOW', 'MODERATE') and a.revision_reason <> 'RETRACTION'
  and not exists (select from alert n where n.id = a.id and n.superseded_at is null and n.sensitivity not in ('LOW', 'MODERATE'));

-- The alerts in force now, as known now: a warning whose time it is and whose place no later message of its sender took.
create or replace view reporting.active_alert with (security_barrier) as
select a.*
-- Few are in force at a time, and the period finds them. Each is then looked up, which without the offset they would not be.
from (select p.id from alert p where p.period @> now() and p.superseded_at is null offset 0) p
cross join lateral (select v.* from reporting.alert v where v.alert_id = p.id and v.superseded_at is null offset 0) a
where a.status = 'ACTUAL' and a.message_type in ('ALERT', 'UPDATE') and a.begins <= now() and coalesce(a.ends > now(), true)
  and not exists (
    select from alert n
    where n.format = a.format and (n.sender = a.sender) is true and n.status = a.status
      and (n.replaces @> array[a.identifier] and n.sent > a.sent or n.gdacs_event = a.gdacs_event and n.gdacs_episode > a.gdacs_episode)
      and n.superseded_at is null and n.revision_reason <> 'RETRACTION' and n.sensitivity in ('LOW', 'MODERATE'));

-- Days on which a source that reports daily did not report: gaps in its series, and no zeros.
create or replace view reporting.unreported_day with (security_barrier) as
select u.indicator, i.name_en as indicator_name, u.area, u.originator, s.name_en as originator_name, u.publisher, p.name_en as publisher_name, u.day,
       u.day::timestamp at time zone 'Asia/Gaza' as time, u.note, u.recorded_at, u.superseded_at
from unreported_day u
join indicator i on i.code = u.indicator and i.superseded_at is null
join source_copy s on s.code = u.originator
left join source_copy p on p.code = u.publisher
where u.sensitivity in ('LOW', 'MODERATE') and u.revision_reason <> 'RETRACTION'
  and not exists (select from unreported_day n where n.id = u.id and n.superseded_at is null and n.sensitivity not in ('LOW', 'MODERATE'));

-- Each change of method: an annotation on the series of its definition. time is the first day figures follow it.
create or replace view reporting.definition_change with (security_barrier) as
select d.valid_from::timestamp at time zone 'Asia/Gaza' as time, i.code as indicator, i.name_en as indicator_name, d.code as definition, d.version,
       d.valid_from, d.change_en as text, d.change_ar as text_ar, d.text_en as definition_text
from indicator i
join indicator_definition d on d.indicator_revision_id = i.revision_id
where i.superseded_at is null and i.sensitivity in ('LOW', 'MODERATE') and i.revision_reason <> 'RETRACTION' and d.version > 1;

-- What became of each file that was handed in. It counts the rows of files, not records; who handed it in, what it was and
-- why it failed stay with those who may import.
create or replace view reporting.import_job with (security_barrier) as
select id as job, created_at as time, created_at, started_at, finished_at, round(extract(epoch from finished_at - started_at), 3) as duration_seconds,
       status, dry_run, complete, rows_read, refused, created, revised, unchanged, missing, warnings
from import_job;

do $$
begin
    if exists (select from pg_roles where rolname = 'grafana_reader') then
        grant usage on schema reporting to grafana_reader;
        grant select on all tables in schema reporting to grafana_reader;
    end if;
end
$$;
