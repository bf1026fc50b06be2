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
       t.participants, t.source, s.name_en as source_name, t.url, t.published_on, t.recorded_at, t.superseded_at, s.name_ar as source_name_ar
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
       v.publisher, p.name_en as publisher_name, v.reference,
       -- a claim that is hidden is not named by its relays either
       case when not exists (select from violation_claim n where n.id = v.relay_of and n.superseded_at is null
               and n.sensitivity not in ('LOW', 'MODERATE')) then v.relay_of end as relay_of,
       f.qualifier, f.lower, f.best, f.upper,
       case when f.qualifier not in ('RANGE', 'ORDER') then coalesce(f.best, f.lower, f.upper) end as stated, v.valid_from, v.valid_to, v.valid_to::timestamp at time zone c.time_zone as time,
       v.published_on, v.published_on - v.valid_to as age_at_publication_days, v.stated_days, v.day_count, v.url, v.revision, v.revision_reason,
       v.recorded_at, v.superseded_at, reporting.figure(f.qualifier, f.lower, f.best, f.upper) as figure, o.name_ar as originator_name_ar,
       p.name_ar as publisher_name_ar
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
       k.quantity_per_day * (d::date - k.from_date + 1) as expected_to_date, k.source, s.name_en as source_name, k.recorded_at, k.superseded_at,
       s.name_ar as source_name_ar
from ceasefire_commitment k
join ceasefire c on c.code = k.ceasefire and c.superseded_at is null
join source s on s.code = k.source and s.superseded_at is null
cross join lateral generate_series(
    k.from_date::timestamp,
    coalesce(k.to_date, (c.ended_at at time zone c.time_zone)::date, (now() at time zone c.time_zone)::date)::timestamp,
    interval '1 day') as d
where k.sensitivity in ('LOW', 'MODERATE') and k.revision_reason <> 'RETRACTION';

-- The roll-up of incidents: what is counted of a day, by type, area and grade. An area is adm2 at most, for partners and
-- the public alike; there is no id, no position, no place name and no free text in it. The roll-up's writer rewrites the
-- past of a record that is raised to hidden, so its older rows hold nothing hidden either.
create or replace view reporting.incident_day with (security_barrier) as
select r.ceasefire, r.occurred_from as day, r.occurred_from::timestamp at time zone c.time_zone as time, r.occurred_to, r.date_precision,
       r.timing, r.type, case when r.type in ('AIR_STRIKE', 'ARTILLERY_SHELLING') then 'BOMBARDMENT' else r.type end as family,
       nullif(r.adm1, '') as adm1, nullif(r.adm2, '') as adm2, r.grade, r.incidents,
       r.killed_lower, r.killed_best, r.killed_upper, r.killed_stated, r.killed_without_best, r.killed_open,
       r.injured_lower, r.injured_best, r.injured_upper, r.injured_stated, r.injured_without_best, r.injured_open,
       r.detained_lower, r.detained_best, r.detained_upper, r.detained_stated, r.detained_without_best, r.detained_open,
       r.recorded_at, r.superseded_at
from incident_rollup r
join ceasefire c on c.code = r.ceasefire and c.superseded_at is null and c.sensitivity in ('LOW', 'MODERATE')
where r.sensitivity in ('LOW', 'MODERATE');

create or replace view reporting.coverage_day with (security_barrier) as
select d.ceasefire, d.source, s.name_en as source_name, d.day, d.day::timestamp at time zone c.time_zone as time, d.status, d.recorded_at,
       d.superseded_at, s.name_ar as source_name_ar
from coverage_day d
join ceasefire c on c.code = d.ceasefire and c.superseded_at is null and c.sensitivity in ('LOW', 'MODERATE')
join source s on s.code = d.source and s.superseded_at is null
where d.sensitivity in ('LOW', 'MODERATE') and d.revision_reason <> 'RETRACTION'
  -- What is hidden now is hidden in its older revisions too.
  and not exists (select from coverage_day n where n.id = d.id and n.superseded_at is null and n.sensitivity not in ('LOW', 'MODERATE'));

-- The day ledger as known now: the status of every monitored day, first match of the list in the "case". A day is pending
-- until it is over (a lag of one day).
create or replace view reporting.ledger_day with (security_barrier) as
with monitored as (
    select c.code as ceasefire, c.time_zone, (now() at time zone c.time_zone)::date as as_of,
           (c.effective_at at time zone c.time_zone)::date as first_day,
           least((now() at time zone c.time_zone)::date, (c.ended_at at time zone c.time_zone)::date) as last_day,
           case when 'BOMBARDMENT' = any (c.attack_types) then c.attack_types || array ['AIR_STRIKE', 'ARTILLERY_SHELLING']
               else c.attack_types end as attack_types
    from ceasefire c
    where c.superseded_at is null and c.sensitivity in ('LOW', 'MODERATE') and c.revision_reason <> 'RETRACTION'
),
attack as (
    select r.ceasefire, r.occurred_from, r.occurred_to, r.date_precision = 1 and r.timing = 'AFTER' as certain, sum(t.incidents) as incidents
    from incident_span_rollup r
    join monitored m on m.ceasefire = r.ceasefire
    cross join lateral (
        values ('BOMBARDMENT', r.bombardment), ('AIR_STRIKE', r.air_strike), ('ARTILLERY_SHELLING', r.artillery_shelling),
               ('CIVILIAN_SHOOTING', r.civilian_shooting), ('GROUND_INCURSION', r.ground_incursion), ('ARREST', r.arrest),
               ('DEMOLITION', r.demolition), ('AID_OBSTRUCTION', r.aid_obstruction), ('PROJECTILE_LAUNCH', r.projectile_launch),
               ('OTHER', r.other)) as t (type, incidents)
    where r.superseded_at is null and r.clearance = 'PARTNER' and r.adm1 = '*' and r.adm2 = '*'
      and t.type = any (m.attack_types) and t.incidents > 0 and r.occurred_from <= m.last_day and r.occurred_to >= m.first_day
    group by 1, 2, 3, 4
),
attack_of_day as (
    select a.ceasefire, d::date as day, coalesce(sum(a.incidents) filter (where a.certain), 0)::bigint as attacks,
           coalesce(sum(a.incidents) filter (where not a.certain), 0)::bigint as possible_attacks
    from attack a
    join monitored m on m.ceasefire = a.ceasefire
    cross join lateral generate_series(
        greatest(a.occurred_from, m.first_day)::timestamp, least(a.occurred_to, m.last_day)::timestamp, interval '1 day') as d
    group by 1, 2
),
reported as (
    select ceasefire, day, bool_or(status in ('REPORTED', 'NIL')) as covered
    from coverage_day
    where superseded_at is null and sensitivity in ('LOW', 'MODERATE') and revision_reason <> 'RETRACTION'
    group by 1, 2
)
select m.ceasefire, d::date as day, d at time zone m.time_zone as time,
       case when a.attacks > 0 then 'ATTACK'
           when a.possible_attacks > 0 then 'POSSIBLE'
           when d::date > m.as_of - 1 then 'PENDING'
           when r.covered then 'QUIET'
           else 'NO_REPORT' end as status,
       coalesce(a.attacks, 0) as attacks, coalesce(a.possible_attacks, 0) as possible_attacks, coalesce(r.covered, false) as covered
from monitored m
cross join lateral generate_series(m.first_day::timestamp, m.last_day::timestamp, interval '1 day') as d
left join attack_of_day a on a.ceasefire = m.ceasefire and a.day = d::date
left join reported r on r.ceasefire = m.ceasefire and r.day = d::date;

-- Each claim that stands now beside what is documented now of its period and area, with one row for its total (type ALL)
-- and one for each type it breaks down into. Incidents whose dates, places or times do not settle whether the claim is
-- about them widen the documented figure upwards.
create or replace view reporting.reconciliation with (security_barrier) as
with claim as materialized (
    select v.revision_id, v.id, v.ceasefire, v.area, v.measure, v.originator, v.reference, v.valid_from, v.valid_to, v.area = c.area as whole,
           c.time_zone,
           -- a relay of a claim that is hidden does not say that it is one
           v.relay_of is not null and not exists (select from violation_claim n where n.id = v.relay_of and n.superseded_at is null
               and n.sensitivity not in ('LOW', 'MODERATE')) as is_relay
    from violation_claim v
    join ceasefire c on c.code = v.ceasefire and c.superseded_at is null and c.sensitivity in ('LOW', 'MODERATE')
    where v.superseded_at is null and v.sensitivity in ('LOW', 'MODERATE') and v.revision_reason <> 'RETRACTION'
      and v.measure in ('VIOLATIONS', 'KILLED', 'INJURED', 'DETAINED')
),
place as (
    select ceasefire, area, whole, min(valid_from) as first_day, max(valid_to) as last_day from claim group by 1, 2, 3
),
-- A ceasefire as a whole has rows of its own (area '*'), which makes this cheap. They hold incidents outside of its area
-- too, so those are taken off again.
placed as (
    select p.ceasefire, p.area, r.occurred_from, r.occurred_to,
           r.timing = 'AFTER' and (starts_with(r.adm2, p.area) or starts_with(r.adm1, p.area) or p.whole) as certain,
           sum(x.sign * r.incidents) as incidents, sum(x.sign * r.bombardment) as bombardment, sum(x.sign * r.air_strike) as air_strike,
           sum(x.sign * r.artillery_shelling) as artillery_shelling, sum(x.sign * r.civilian_shooting) as civilian_shooting,
           sum(x.sign * r.ground_incursion) as ground_incursion, sum(x.sign * r.arrest) as arrest, sum(x.sign * r.demolition) as demolition,
           sum(x.sign * r.aid_obstruction) as aid_obstruction, sum(x.sign * r.projectile_launch) as projectile_launch,
           sum(x.sign * r.other) as other, sum(x.sign * r.killed_lower) as killed_lower, sum(x.sign * r.killed_best) as killed_best,
           sum(x.sign * r.killed_upper) as killed_upper, sum(x.sign * r.killed_stated) as killed_stated,
           sum(x.sign * r.killed_without_best) as killed_without_best, sum(x.sign * r.killed_open) as killed_open,
           sum(x.sign * r.injured_lower) as injured_lower, sum(x.sign * r.injured_best) as injured_best,
           sum(x.sign * r.injured_upper) as injured_upper, sum(x.sign * r.injured_stated) as injured_stated,
           sum(x.sign * r.injured_without_best) as injured_without_best, sum(x.sign * r.injured_open) as injured_open,
           sum(x.sign * r.detained_lower) as detained_lower, sum(x.sign * r.detained_best) as detained_best,
           sum(x.sign * r.detained_upper) as detained_upper, sum(x.sign * r.detained_stated) as detained_stated,
           sum(x.sign * r.detained_without_best) as detained_without_best, sum(x.sign * r.detained_open) as detained_open
    from place p
    join incident_span_rollup r on r.ceasefire = p.ceasefire and r.occurred_from <= p.last_day and r.occurred_to >= p.first_day
    cross join lateral (
        select starts_with(r.adm2, p.area) or starts_with(r.adm1, p.area) or (r.adm2 = '' and starts_with(p.area, r.adm1)) as inside) i
    cross join lateral (
        select case when p.whole and r.adm1 = '*' then 1 when p.whole and not i.inside then -1 when not p.whole and i.inside then 1 end as sign) x
    where r.superseded_at is null and r.clearance = 'PARTNER' and x.sign is not null
    group by 1, 2, 3, 4, 5
),
figure as (
    select v.revision_id, 'ALL' as type, v.qualifier, v.lower, v.best, v.upper from violation_claim v join claim using (revision_id)
    union all
    select p.claim_revision_id, p.type, p.qualifier, p.lower, p.best, p.upper
    from violation_claim_part p join claim on claim.revision_id = p.claim_revision_id
),
wanted as (
    select distinct k.ceasefire, k.area, k.measure, f.type from claim k join figure f using (revision_id)
    where f.type = 'ALL' or k.measure = 'VIOLATIONS'
),
cell as materialized (
    select r.ceasefire, r.area, w.measure, w.type, r.occurred_from, r.occurred_to, r.certain, n.incidents,
           case w.measure when 'KILLED' then r.killed_lower when 'INJURED' then r.injured_lower when 'DETAINED' then r.detained_lower else n.incidents end as lower,
           case w.measure when 'KILLED' then r.killed_best when 'INJURED' then r.injured_best when 'DETAINED' then r.detained_best else n.incidents end as best,
           case w.measure when 'KILLED' then r.killed_upper when 'INJURED' then r.injured_upper when 'DETAINED' then r.detained_upper else n.incidents end as upper,
           case w.measure when 'KILLED' then r.killed_stated when 'INJURED' then r.injured_stated when 'DETAINED' then r.detained_stated else n.incidents end as stated,
           case w.measure when 'KILLED' then r.killed_without_best when 'INJURED' then r.injured_without_best when 'DETAINED' then r.detained_without_best else 0 end as without_best,
           case w.measure when 'KILLED' then r.killed_open when 'INJURED' then r.injured_open when 'DETAINED' then r.detained_open else 0 end as open
    from placed r
    join wanted w using (ceasefire, area)
    cross join lateral (
        select case w.type when 'ALL' then r.incidents when 'BOMBARDMENT' then r.bombardment + r.air_strike + r.artillery_shelling
               when 'AIR_STRIKE' then r.air_strike when 'ARTILLERY_SHELLING' then r.artillery_shelling when 'CIVILIAN_SHOOTING' then r.civilian_shooting when 'GROUND_INCURSION' then r.ground_incursion
               when 'ARREST' then r.arrest when 'DEMOLITION' then r.demolition when 'AID_OBSTRUCTION' then r.aid_obstruction when 'PROJECTILE_LAUNCH' then r.projectile_launch when 'OTHER' then r.other end as incidents) n
    where n.incidents > 0
),
residual as (
    -- a part inside another part is not counted twice; one that states no single number leaves the residual empty
    select p.claim_revision_id, sum(coalesce(p.best, p.lower, p.upper)) as parts,
           bool_and(p.qualifier not in ('RANGE', 'ORDER')) as stated
    from violation_claim_part p
    join claim on claim.revision_id = p.claim_revision_id
    where not (p.type in ('AIR_STRIKE', 'ARTILLERY_SHELLING') and exists (
        select from violation_claim_part b where b.claim_revision_id = p.claim_revision_id and b.type = 'BOMBARDMENT'))
    group by 1
),
sums as (
    select k.revision_id, f.type,
           coalesce(sum(cell.incidents) filter (where x.is_certain), 0) as incidents,
           coalesce(sum(cell.incidents) filter (where not x.is_certain), 0) as possible_incidents,
           coalesce(sum(cell.lower) filter (where x.is_certain), 0) as lower,
           coalesce(sum(cell.best) filter (where x.is_certain), 0) as best,
           coalesce(sum(cell.upper), 0) as upper,
           coalesce(sum(cell.stated), 0) as stated,
           coalesce(sum(cell.stated) filter (where not x.is_certain), 0) as possible_stated,
           coalesce(sum(cell.without_best) filter (where x.is_certain), 0) as without_best,
           coalesce(sum(cell.open), 0) as open
    from claim k
    join figure f using (revision_id)
    left join cell on cell.ceasefire = k.ceasefire and cell.area = k.area and cell.measure = k.measure and cell.type = f.type
        and cell.occurred_from <= k.valid_to and cell.occurred_to >= k.valid_from
    cross join lateral (
        select cell.certain and cell.occurred_from >= k.valid_from and cell.occurred_to <= k.valid_to as is_certain) x
    group by 1, 2
),
documented as (
    select revision_id, type, incidents, possible_incidents, stated, lower,
           case when possible_stated = 0 and without_best = 0 and not (stated = 0 and incidents + possible_incidents > 0) then best end as best,
           case when open = 0 and not (stated = 0 and incidents + possible_incidents > 0) then upper end as upper
    from sums
)
select k.id as claim_id, k.ceasefire, k.area, k.measure, f.type, k.originator, o.name_en as originator_name, k.reference, k.is_relay,
       k.valid_from, k.valid_to, k.valid_to::timestamp at time zone k.time_zone as time,
       reporting.figure(f.qualifier, f.lower, f.best, f.upper) as figure, f.lower as claimed_lower, f.best as claimed_best, f.upper as claimed_upper,
       d.incidents, d.possible_incidents, d.stated as incidents_stating,
       d.lower as documented_lower, d.best as documented_best, d.upper as documented_upper,
       f.lower - d.upper as gap_lower, f.lower - d.lower as gap_upper,
       round(d.lower / nullif(f.lower, 0), 4) as coverage_lower, round(d.upper / nullif(f.lower, 0), 4) as coverage_upper,
       d.lower > coalesce(f.lower, f.upper) as documented_above_claimed,
       case when f.type = 'ALL' and f.qualifier not in ('RANGE', 'ORDER') and r.stated
           then coalesce(f.best, f.lower, f.upper) - r.parts end as residual,
       o.name_ar as originator_name_ar
from claim k
join figure f using (revision_id)
join documented d on d.revision_id = k.revision_id and d.type = f.type
join source o on o.code = k.originator and o.superseded_at is null
left join residual r on r.claim_revision_id = k.revision_id;

-- How good the records are that count now, as shares of all of a ceasefire's.
create or replace view reporting.data_quality with (security_barrier) as
with counted as (
    select ceasefire, grade, date_precision, timing, adm1 = '' as without_adm1, adm2 = '' as without_adm2, sum(incidents) as incidents
    from incident_rollup
    where superseded_at is null and sensitivity in ('LOW', 'MODERATE')
    group by 1, 2, 3, 4, 5, 6
),
by_aspect as (
    select ceasefire, 'GRADE' as aspect, grade as value, sum(incidents) as incidents from counted group by 1, 3
    union all
    select ceasefire, 'DATE_PRECISION', date_precision::text, sum(incidents) from counted group by 1, 3
    union all
    select ceasefire, 'PLACE', case when without_adm1 and without_adm2 then 'NONE' when without_adm2 then 'ADM1' else 'ADM2' end, sum(incidents)
    from counted group by 1, 3
    union all
    select ceasefire, 'TIMING', timing, sum(incidents) from counted group by 1, 3
)
select a.ceasefire, a.aspect, a.value, a.incidents::bigint as incidents,
       (sum(a.incidents) over (partition by a.ceasefire, a.aspect))::bigint as all_incidents,
       round(a.incidents / sum(a.incidents) over (partition by a.ceasefire, a.aspect), 4) as share
from by_aspect a
join ceasefire c on c.code = a.ceasefire and c.superseded_at is null and c.sensitivity in ('LOW', 'MODERATE');

-- How long ago anything last came in about a ceasefire.
create or replace view reporting.data_age with (security_barrier) as
select c.code as ceasefire, i.last_day as last_incident_day, i.last_recorded_at as last_incident_recorded_at,
       floor(extract(epoch from now() - i.last_recorded_at))::bigint as incident_age_seconds,
       d.last_day as last_coverage_day, k.last_recorded_at as last_claim_recorded_at,
       floor(extract(epoch from now() - k.last_recorded_at))::bigint as claim_age_seconds
from ceasefire c
left join (
    select ceasefire, max(occurred_from) as last_day, max(recorded_at) as last_recorded_at
    from incident_rollup where superseded_at is null and sensitivity in ('LOW', 'MODERATE') group by 1) i on i.ceasefire = c.code
left join (
    select ceasefire, max(day) as last_day
    from coverage_day where superseded_at is null and sensitivity in ('LOW', 'MODERATE') and revision_reason <> 'RETRACTION'
      and status in ('REPORTED', 'NIL') group by 1) d on d.ceasefire = c.code
left join (
    select ceasefire, max(recorded_at) as last_recorded_at
    from violation_claim where superseded_at is null and sensitivity in ('LOW', 'MODERATE') and revision_reason <> 'RETRACTION'
    group by 1) k on k.ceasefire = c.code
where c.superseded_at is null and c.sensitivity in ('LOW', 'MODERATE') and c.revision_reason <> 'RETRACTION';

-- The areas that figures are about, with the centroids that maps need. ReportingTest compares it with the gazetteer.
create or replace view reporting.area (pcode, level, parent, name_en, name_ar, lat, lon) with (security_barrier) as
select pcode, level, parent, name_en, name_ar, lat::double precision, lon::double precision from (values
    ('PS', 0, null, 'State of Palestine', 'دولة فلسطين', null, null),
    ('PS01', 1, 'PS', 'West Bank', 'الضفة الغربية', 31.948, 35.267),
    ('PS02', 1, 'PS', 'Gaza Strip', 'قطاع غزة', 31.408, 34.358),
    ('PS0101', 2, 'PS01', 'Jenin', 'جنين', 32.426, 35.255),
    ('PS0105', 2, 'PS01', 'Tubas', 'طوباس', 32.295, 35.440),
    ('PS0110', 2, 'PS01', 'Tulkarm', 'طولكرم', 32.328, 35.084),
    ('PS0115', 2, 'PS01', 'Nablus', 'نابلس', 32.179, 35.302),
    ('PS0120', 2, 'PS01', 'Qalqilya', 'قلقيلية', 32.181, 35.067),
    ('PS0125', 2, 'PS01', 'Salfit', 'سلفيت', 32.112, 35.121),
    ('PS0130', 2, 'PS01', 'Ramallah', 'رام الله والبيرة', 31.943, 35.197),
    ('PS0135', 2, 'PS01', 'Jericho', 'أريحا', 31.968, 35.478),
    ('PS0140', 2, 'PS01', 'Jerusalem', 'القدس', 31.802, 35.302),
    ('PS0145', 2, 'PS01', 'Bethlehem', 'بيت لحم', 31.604, 35.307),
    ('PS0150', 2, 'PS01', 'Hebron', 'الخليل', 31.507, 35.117),
    ('PS0255', 2, 'PS02', 'North Gaza', 'شمال غزة', 31.547, 34.506),
    ('PS0260', 2, 'PS02', 'Gaza', 'غزة', 31.486, 34.445),
    ('PS0265', 2, 'PS02', 'Deir Al-Balah', 'دير البلح', 31.420, 34.374),
    ('PS0270', 2, 'PS02', 'Khan Younis', 'خان يونس', 31.328, 34.318),
    ('PS0275', 2, 'PS02', 'Rafah', 'رفح', 31.282, 34.283)) as area (pcode, level, parent, name_en, name_ar, lat, lon);

-- Each revision of each published incident: when it was recorded and why, and nothing of what it says.
create or replace view reporting.incident_revision with (security_barrier) as
select i.ceasefire, i.recorded_at as time, i.recorded_at, i.superseded_at, i.revision, i.revision_reason
from incident i
join ceasefire c on c.code = i.ceasefire and c.superseded_at is null and c.sensitivity in ('LOW', 'MODERATE')
where i.status = 'PUBLISHED' and i.sensitivity in ('LOW', 'MODERATE')
  -- What is hidden now is hidden in its older revisions too.
  and not exists (select from incident n where n.id = i.id and n.superseded_at is null and n.sensitivity not in ('LOW', 'MODERATE'));

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
