-- The contract with Grafana: schema "reporting", read by the role grafana_reader alone. It holds what every viewer of a
-- dashboard may see (LOW and MODERATE). recorded_at and superseded_at are shown so that a panel can ask "as known on".
-- The columns are described in docs/reporting.md; a change of meaning gets a new view, never a new sense of an old column.
create or replace view reporting.indicator with (security_barrier) as
select code, name_en, name_ar, unit, kind, aggregation, expected_interval_days, minimum, maximum, hxl_tag, source_priority, recorded_at, superseded_at
from indicator
where sensitivity in ('LOW', 'MODERATE') and revision_reason <> 'RETRACTION';

create or replace view reporting.hazard with (security_barrier) as
select h.code, h.type, h.name_en, h.name_ar, h.glide, h.starts_on, h.ends_on, h.starts_on::timestamp at time zone 'Asia/Gaza' as time,
       (h.ends_on + 1)::timestamp at time zone 'Asia/Gaza' as time_end, h.areas, h.source, s.name_en as source_name, h.url,
       h.recorded_at, h.superseded_at
from hazard h
join source_copy s on s.code = h.source
where h.sensitivity in ('LOW', 'MODERATE') and h.revision_reason <> 'RETRACTION';

-- Each revision of each observation. stated is the number the source put into words; a range and an order of magnitude
-- are not one number and have none.
create or replace view reporting.observation with (security_barrier) as
select o.id as observation_id, o.indicator, i.name_en as indicator_name, i.unit, o.area, o.definition, o.originator, s.name_en as originator_name,
       s.kind as originator_kind, o.publisher, p.name_en as publisher_name, o.reference, o.relay_of, o.hazard, h.name_en as hazard_name,
       nullif(concat_ws(', ', o.sex, o.age, o.cause, o.shelter_type), '') as disaggregation, o.qualifier, o.lower, o.best, o.upper,
       case when o.qualifier not in ('RANGE', 'ORDER') then coalesce(o.best, o.lower, o.upper) end as stated, o.valid_from, o.valid_to,
       o.valid_to::timestamp at time zone 'Asia/Gaza' as time, o.published_on, o.published_on - o.valid_to as age_at_publication_days, o.url, o.note,
       o.revision, o.revision_reason, o.recorded_at, o.superseded_at,
       reporting.figure(o.qualifier, o.lower, o.best, o.upper) || case i.unit when 'percent' then ' %' else '' end as figure
from observation o
join indicator i on i.code = o.indicator and i.superseded_at is null
join source_copy s on s.code = o.originator
left join source_copy p on p.code = o.publisher
left join hazard h on h.code = o.hazard and h.superseded_at is null
where o.sensitivity in ('LOW', 'MODERATE') and o.revision_reason <> 'RETRACTION'
  -- What is hidden now is hidden in its older revisions too.
  and not exists (select from observation n where n.id = o.id and n.superseded_at is null and n.sensitivity not in ('LOW', 'MODERATE'));

-- The headline of each indicator and area as of today, as known now: docs/headline-policy.md in SQL.
create or replace view reporting.headline with (security_barrier) as
select distinct on (o.indicator, o.area) o.*
from reporting.observation o
join reporting.indicator i on i.code = o.indicator and i.superseded_at is null
where o.superseded_at is null and o.disaggregation is null and o.valid_to <= (now() at time zone 'Asia/Gaza')::date
order by o.indicator, o.area, o.definition = o.indicator desc, array_position(i.source_priority, o.originator) nulls last, o.valid_to desc,
         o.relay_of is not null, o.published_on desc nulls last, o.originator collate "C", o.reference collate "C";

do $$
begin
    if exists (select from pg_roles where rolname = 'grafana_reader') then
        grant usage on schema reporting to grafana_reader;
        grant select on all tables in schema reporting to grafana_reader;
    end if;
end
$$;
