-- A reader is told the sum of everything within a clearance, and there are only three clearances. So the coarse levels keep
-- those sums, and a row is read for each key where it was one for each sensitivity. It also keeps them from growing: nearly
-- every key has an incident that the public may know of, and few have one of every sensitivity until there are millions.
-- What is SEVERE leaves the service to nobody and is in none of them.
truncate incident_span_rollup, incident_type_rollup, incident_grade_rollup;
alter table incident_span_rollup rename column sensitivity to clearance;
alter table incident_type_rollup rename column sensitivity to clearance;
alter table incident_grade_rollup rename column sensitivity to clearance;

create temporary table access (clearance text, readable text[]) on commit drop;
insert into access values
    ('PUBLIC', array['LOW']), ('PARTNER', array['LOW', 'MODERATE']), ('STAFF', array['LOW', 'MODERATE', 'HIGH']);

-- Each level at every instant is the sum of the fine roll-up at that instant.
insert into incident_span_rollup (recorded_at, superseded_at,
    ceasefire, adm1, adm2, occurred_from, occurred_to, date_precision, timing, clearance, incidents, bombardment, air_strike, artillery_shelling,
    civilian_shooting, ground_incursion, arrest, demolition, aid_obstruction, projectile_launch, other, killed_lower, killed_best, killed_upper,
    killed_stated, killed_without_best, killed_open, injured_lower, injured_best, injured_upper, injured_stated, injured_without_best, injured_open,
    detained_lower, detained_best, detained_upper, detained_stated, detained_without_best, detained_open)
select at, until,
    ceasefire, adm1, adm2, occurred_from, occurred_to, date_precision, timing, clearance, incidents, bombardment, air_strike, artillery_shelling,
    civilian_shooting, ground_incursion, arrest, demolition, aid_obstruction, projectile_launch, other, killed_lower, killed_best, killed_upper,
    killed_stated, killed_without_best, killed_open, injured_lower, injured_best, injured_upper, injured_stated, injured_without_best, injured_open,
    detained_lower, detained_best, detained_upper, detained_stated, detained_without_best, detained_open
from (
    select at, lead(at) over later as until,
        ceasefire, adm1, adm2, occurred_from, occurred_to, date_precision, timing, clearance,
        sum(incidents) over later as incidents, sum(bombardment) over later as bombardment, sum(air_strike) over later as air_strike,
        sum(artillery_shelling) over later as artillery_shelling, sum(civilian_shooting) over later as civilian_shooting,
        sum(ground_incursion) over later as ground_incursion, sum(arrest) over later as arrest, sum(demolition) over later as demolition,
        sum(aid_obstruction) over later as aid_obstruction, sum(projectile_launch) over later as projectile_launch, sum(other) over later as other,
        sum(killed_lower) over later as killed_lower, sum(killed_best) over later as killed_best, sum(killed_upper) over later as killed_upper,
        sum(killed_stated) over later as killed_stated, sum(killed_without_best) over later as killed_without_best,
        sum(killed_open) over later as killed_open, sum(injured_lower) over later as injured_lower, sum(injured_best) over later as injured_best,
        sum(injured_upper) over later as injured_upper, sum(injured_stated) over later as injured_stated,
        sum(injured_without_best) over later as injured_without_best, sum(injured_open) over later as injured_open,
        sum(detained_lower) over later as detained_lower, sum(detained_best) over later as detained_best,
        sum(detained_upper) over later as detained_upper, sum(detained_stated) over later as detained_stated,
        sum(detained_without_best) over later as detained_without_best, sum(detained_open) over later as detained_open
    from (
        select event.at,
            r.ceasefire, area.adm1, area.adm2, r.occurred_from, r.occurred_to, r.date_precision, r.timing, access.clearance,
            sum(event.sign * r.incidents) as incidents,
            sum(event.sign * case when r.type = 'BOMBARDMENT' then r.incidents else 0 end) as bombardment,
            sum(event.sign * case when r.type = 'AIR_STRIKE' then r.incidents else 0 end) as air_strike,
            sum(event.sign * case when r.type = 'ARTILLERY_SHELLING' then r.incidents else 0 end) as artillery_shelling,
            sum(event.sign * case when r.type = 'CIVILIAN_SHOOTING' then r.incidents else 0 end) as civilian_shooting,
            sum(event.sign * case when r.type = 'GROUND_INCURSION' then r.incidents else 0 end) as ground_incursion,
            sum(event.sign * case when r.type = 'ARREST' then r.incidents else 0 end) as arrest,
            sum(event.sign * case when r.type = 'DEMOLITION' then r.incidents else 0 end) as demolition,
            sum(event.sign * case when r.type = 'AID_OBSTRUCTION' then r.incidents else 0 end) as aid_obstruction,
            sum(event.sign * case when r.type = 'PROJECTILE_LAUNCH' then r.incidents else 0 end) as projectile_launch,
            sum(event.sign * case when r.type = 'OTHER' then r.incidents else 0 end) as other, sum(event.sign * r.killed_lower) as killed_lower,
            sum(event.sign * r.killed_best) as killed_best, sum(event.sign * r.killed_upper) as killed_upper,
            sum(event.sign * r.killed_stated) as killed_stated, sum(event.sign * r.killed_without_best) as killed_without_best,
            sum(event.sign * r.killed_open) as killed_open, sum(event.sign * r.injured_lower) as injured_lower,
            sum(event.sign * r.injured_best) as injured_best, sum(event.sign * r.injured_upper) as injured_upper,
            sum(event.sign * r.injured_stated) as injured_stated, sum(event.sign * r.injured_without_best) as injured_without_best,
            sum(event.sign * r.injured_open) as injured_open, sum(event.sign * r.detained_lower) as detained_lower,
            sum(event.sign * r.detained_best) as detained_best, sum(event.sign * r.detained_upper) as detained_upper,
            sum(event.sign * r.detained_stated) as detained_stated, sum(event.sign * r.detained_without_best) as detained_without_best,
            sum(event.sign * r.detained_open) as detained_open
        from incident_rollup r cross join lateral (values (r.adm1, r.adm2), ('*', '*')) as area (adm1, adm2)
        join access on r.sensitivity = any (access.readable)
        cross join lateral (values (r.recorded_at, 1), (r.superseded_at, -1)) as event (at, sign)
        where event.at is not null and r.timing <> 'BEFORE' and r.grade <> 'DISCOUNTED'
        group by event.at,
            r.ceasefire, area.adm1, area.adm2, r.occurred_from, r.occurred_to, r.date_precision, r.timing, access.clearance) step
    window later as (partition by
        ceasefire, adm1, adm2, occurred_from, occurred_to, date_precision, timing, clearance
        order by at)) running
where incidents > 0;

insert into incident_type_rollup (recorded_at, superseded_at,
    ceasefire, adm1, adm2, occurred_from, type, clearance, incidents, contested, without_adm2)
select at, until,
    ceasefire, adm1, adm2, occurred_from, type, clearance, incidents, contested, without_adm2
from (
    select at, lead(at) over later as until,
        ceasefire, adm1, adm2, occurred_from, type, clearance,
        sum(incidents) over later as incidents, sum(contested) over later as contested, sum(without_adm2) over later as without_adm2
    from (
        select event.at,
            r.ceasefire, area.adm1, area.adm2, r.occurred_from, r.type, access.clearance,
            sum(event.sign * r.incidents) as incidents, sum(event.sign * case when r.grade = 'CONTESTED' then r.incidents else 0 end) as contested,
            sum(event.sign * case when r.adm2 = '' then r.incidents else 0 end) as without_adm2
        from incident_rollup r cross join lateral (values (r.adm1, r.adm2), ('*', '*')) as area (adm1, adm2)
        join access on r.sensitivity = any (access.readable)
        cross join lateral (values (r.recorded_at, 1), (r.superseded_at, -1)) as event (at, sign)
        where event.at is not null and r.timing <> 'BEFORE' and r.grade <> 'DISCOUNTED'
        group by event.at,
            r.ceasefire, area.adm1, area.adm2, r.occurred_from, r.type, access.clearance) step
    window later as (partition by
        ceasefire, adm1, adm2, occurred_from, type, clearance
        order by at)) running
where incidents > 0;

insert into incident_grade_rollup (recorded_at, superseded_at,
    ceasefire, adm1, adm2, occurred_from, timing, grade, clearance, incidents, without_adm2, killed_lower, killed_best, killed_upper,
    killed_stated, killed_without_best, killed_open, injured_lower, injured_best, injured_upper, injured_stated, injured_without_best, injured_open,
    detained_lower, detained_best, detained_upper, detained_stated, detained_without_best, detained_open)
select at, until,
    ceasefire, adm1, adm2, occurred_from, timing, grade, clearance, incidents, without_adm2, killed_lower, killed_best, killed_upper,
    killed_stated, killed_without_best, killed_open, injured_lower, injured_best, injured_upper, injured_stated, injured_without_best, injured_open,
    detained_lower, detained_best, detained_upper, detained_stated, detained_without_best, detained_open
from (
    select at, lead(at) over later as until,
        ceasefire, adm1, adm2, occurred_from, timing, grade, clearance,
        sum(incidents) over later as incidents, sum(without_adm2) over later as without_adm2, sum(killed_lower) over later as killed_lower,
        sum(killed_best) over later as killed_best, sum(killed_upper) over later as killed_upper, sum(killed_stated) over later as killed_stated,
        sum(killed_without_best) over later as killed_without_best, sum(killed_open) over later as killed_open,
        sum(injured_lower) over later as injured_lower, sum(injured_best) over later as injured_best, sum(injured_upper) over later as injured_upper,
        sum(injured_stated) over later as injured_stated, sum(injured_without_best) over later as injured_without_best,
        sum(injured_open) over later as injured_open, sum(detained_lower) over later as detained_lower,
        sum(detained_best) over later as detained_best, sum(detained_upper) over later as detained_upper,
        sum(detained_stated) over later as detained_stated, sum(detained_without_best) over later as detained_without_best,
        sum(detained_open) over later as detained_open
    from (
        select event.at,
            r.ceasefire, area.adm1, area.adm2, r.occurred_from, r.timing, r.grade, access.clearance,
            sum(event.sign * r.incidents) as incidents, sum(event.sign * case when r.adm2 = '' then r.incidents else 0 end) as without_adm2,
            sum(event.sign * r.killed_lower) as killed_lower, sum(event.sign * r.killed_best) as killed_best,
            sum(event.sign * r.killed_upper) as killed_upper, sum(event.sign * r.killed_stated) as killed_stated,
            sum(event.sign * r.killed_without_best) as killed_without_best, sum(event.sign * r.killed_open) as killed_open,
            sum(event.sign * r.injured_lower) as injured_lower, sum(event.sign * r.injured_best) as injured_best,
            sum(event.sign * r.injured_upper) as injured_upper, sum(event.sign * r.injured_stated) as injured_stated,
            sum(event.sign * r.injured_without_best) as injured_without_best, sum(event.sign * r.injured_open) as injured_open,
            sum(event.sign * r.detained_lower) as detained_lower, sum(event.sign * r.detained_best) as detained_best,
            sum(event.sign * r.detained_upper) as detained_upper, sum(event.sign * r.detained_stated) as detained_stated,
            sum(event.sign * r.detained_without_best) as detained_without_best, sum(event.sign * r.detained_open) as detained_open
        from incident_rollup r cross join lateral (values (r.adm1, r.adm2), ('*', '*')) as area (adm1, adm2)
        join access on r.sensitivity = any (access.readable)
        cross join lateral (values (r.recorded_at, 1), (r.superseded_at, -1)) as event (at, sign)
        where event.at is not null and r.timing <> 'BEFORE'
        group by event.at,
            r.ceasefire, area.adm1, area.adm2, r.occurred_from, r.timing, r.grade, access.clearance) step
    window later as (partition by
        ceasefire, adm1, adm2, occurred_from, timing, grade, clearance
        order by at)) running
where incidents > 0;
