-- What each revision of an incident adds to the roll-up while it is current: its key, and its figures as numbers. Drafts,
-- retracted incidents and duplicates add nothing. A record hidden now is hidden in its older revisions too, so these
-- stand under the greater of the two sensitivities.
create or replace view incident_contribution as
select i.revision_id, i.id, i.recorded_at, i.superseded_at,
    i.ceasefire, i.occurred_from, i.occurred_to, i.date_precision,
    case when i.occurred_to < e.day then 'BEFORE'
         when i.occurred_from > e.day then 'AFTER'
         when i.date_precision > 1 or i.local_time is null then 'UNKNOWN'
         when i.local_time < e.time then 'BEFORE'
         else 'AFTER' end as timing,
    i.type, coalesce(i.adm1, '') as adm1, coalesce(i.adm2, '') as adm2, i.grade,
    case when i.superseded_at is null then i.sensitivity
         else (select case when array_position(s.scale, n.sensitivity) > array_position(s.scale, i.sensitivity) then n.sensitivity else i.sensitivity end
               from incident n, (values (array['LOW', 'MODERATE', 'HIGH', 'SEVERE'])) s (scale)
               where n.id = i.id and n.superseded_at is null) end as sensitivity,
    coalesce(i.killed_lower, 0) as killed_lower, coalesce(i.killed_best, 0) as killed_best, coalesce(i.killed_upper, 0) as killed_upper,
    (i.killed_qualifier is not null)::int as killed_stated,
    (i.killed_qualifier is not null and i.killed_best is null)::int as killed_without_best,
    (i.killed_qualifier is not null and i.killed_upper is null)::int as killed_open,
    coalesce(i.injured_lower, 0) as injured_lower, coalesce(i.injured_best, 0) as injured_best, coalesce(i.injured_upper, 0) as injured_upper,
    (i.injured_qualifier is not null)::int as injured_stated,
    (i.injured_qualifier is not null and i.injured_best is null)::int as injured_without_best,
    (i.injured_qualifier is not null and i.injured_upper is null)::int as injured_open,
    coalesce(i.detained_lower, 0) as detained_lower, coalesce(i.detained_best, 0) as detained_best, coalesce(i.detained_upper, 0) as detained_upper,
    (i.detained_qualifier is not null)::int as detained_stated,
    (i.detained_qualifier is not null and i.detained_best is null)::int as detained_without_best,
    (i.detained_qualifier is not null and i.detained_upper is null)::int as detained_open
from incident i
join (select code, (effective_at at time zone time_zone)::date as day, (effective_at at time zone time_zone)::time as time
      from ceasefire where superseded_at is null) e on e.code = i.ceasefire
where i.status = 'PUBLISHED' and i.duplicate_of is null;
