-- The contract with Grafana: schema "reporting", read by the role grafana_reader alone. It holds what every viewer of a
-- dashboard may see (LOW and MODERATE). recorded_at and superseded_at are shown so that a panel can ask "as known on".
-- The columns are described in docs/reporting.md; a change of meaning gets a new view, never a new sense of an old column.
-- New columns go to the end of a view, where "create or replace" can add them.
create or replace view reporting.ceasefire with (security_barrier) as
select code, name_en, name_ar, effective_at, ended_at, time_zone, area, recorded_at, superseded_at
from ceasefire
where sensitivity in ('LOW', 'MODERATE') and revision_reason <> 'RETRACTION';

create or replace view reporting.timeline with (security_barrier) as
select t.ceasefire, t.reference, t.entry_date::timestamp at time zone c.time_zone as time, t.entry_date, t.kind, t.title_en, t.title_ar,
       t.participants, t.source, s.name_en as source_name, t.url, t.published_on, t.recorded_at, t.superseded_at
from timeline_entry t
join ceasefire c on c.code = t.ceasefire and c.superseded_at is null
join source s on s.code = t.source and s.superseded_at is null
where t.sensitivity in ('LOW', 'MODERATE') and t.revision_reason <> 'RETRACTION';

-- One row for the total of a claim (type ALL) and one for each type it breaks down into.
create or replace view reporting.violation_claim with (security_barrier) as
with figure as (
    select revision_id, 'ALL' as type, qualifier, lower, best, upper from violation_claim
    union all
    select claim_revision_id, type, qualifier, lower, best, upper from violation_claim_part
)
select v.id as claim_id, v.ceasefire, v.area, v.measure, f.type, v.originator, o.name_en as originator_name, o.kind as originator_kind,
       v.publisher, p.name_en as publisher_name, v.reference, v.relay_of, f.qualifier, f.lower, f.best, f.upper,
       case when f.qualifier not in ('RANGE', 'ORDER') then coalesce(f.best, f.lower, f.upper) end as stated, v.valid_from, v.valid_to, v.valid_to::timestamp at time zone c.time_zone as time,
       v.published_on, v.published_on - v.valid_to as age_at_publication_days, v.stated_days, v.day_count, v.url, v.revision, v.revision_reason,
       v.recorded_at, v.superseded_at, reporting.figure(f.qualifier, f.lower, f.best, f.upper) as figure
from violation_claim v
join figure f on f.revision_id = v.revision_id
join ceasefire c on c.code = v.ceasefire and c.superseded_at is null
join source o on o.code = v.originator and o.superseded_at is null
left join source p on p.code = v.publisher and p.superseded_at is null
where v.sensitivity in ('LOW', 'MODERATE') and v.revision_reason <> 'RETRACTION'
  -- What is hidden now is hidden in its older revisions too.
  and not exists (select from violation_claim n where n.id = v.id and n.superseded_at is null and n.sensitivity not in ('LOW', 'MODERATE'));

-- Each commitment day by day: what should have arrived by the end of that day, counting its first day (INCLUSIVE).
create or replace view reporting.commitment_day with (security_barrier) as
select k.ceasefire, k.code, k.title_en, k.title_ar, k.unit, k.quantity_per_day, d::date as day, d at time zone c.time_zone as time,
       k.quantity_per_day * (d::date - k.from_date + 1) as expected_to_date, k.source, s.name_en as source_name, k.recorded_at, k.superseded_at
from ceasefire_commitment k
join ceasefire c on c.code = k.ceasefire and c.superseded_at is null
join source s on s.code = k.source and s.superseded_at is null
cross join lateral generate_series(
    k.from_date::timestamp,
    coalesce(k.to_date, (c.ended_at at time zone c.time_zone)::date, (now() at time zone c.time_zone)::date)::timestamp,
    interval '1 day') as d
where k.sensitivity in ('LOW', 'MODERATE') and k.revision_reason <> 'RETRACTION';

do $$
begin
    if exists (select from pg_roles where rolname = 'grafana_reader') then
        grant usage on schema reporting to grafana_reader;
        grant select on all tables in schema reporting to grafana_reader;
    end if;
end
$$;
