-- Coarser levels of incident_rollup, for questions that tell less apart. With millions of incidents nearly every key of the
-- fine roll-up is in use; each level here leaves out what fills it up, so that its size follows from the days alone.
-- They are kept in the same transaction from the same difference, and are bitemporal like it. An area '*' stands for the
-- ceasefire as a whole, incidents without a known place included. Incidents from before the ceasefire are in none.

-- What may have happened on which days, with a column for each type: the status of days, and what is documented of a
-- claim. Without discounted incidents.
create table incident_span_rollup (
    ceasefire text not null,
    adm1 text not null,
    adm2 text not null,
    occurred_from date not null,
    occurred_to date not null,
    date_precision smallint not null,
    timing text not null,
    sensitivity text not null,
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    incidents bigint not null,
    bombardment bigint not null,
    air_strike bigint not null,
    artillery_shelling bigint not null,
    civilian_shooting bigint not null,
    ground_incursion bigint not null,
    arrest bigint not null,
    demolition bigint not null,
    aid_obstruction bigint not null,
    projectile_launch bigint not null,
    other bigint not null,
    killed_lower bigint not null, killed_best bigint not null, killed_upper bigint not null,
    killed_stated bigint not null, killed_without_best bigint not null, killed_open bigint not null,
    injured_lower bigint not null, injured_best bigint not null, injured_upper bigint not null,
    injured_stated bigint not null, injured_without_best bigint not null, injured_open bigint not null,
    detained_lower bigint not null, detained_best bigint not null, detained_upper bigint not null,
    detained_stated bigint not null, detained_without_best bigint not null, detained_open bigint not null,
    constraint incident_span_rollup_is_superseded_later check (superseded_at > recorded_at),
    constraint incident_span_rollup_counts_something check (incidents > 0)
);
create unique index incident_span_rollup_current_key on incident_span_rollup
    (ceasefire, adm1, adm2, occurred_from, occurred_to, date_precision, timing, sensitivity) where superseded_at is null;
create index incident_span_rollup_by_day on incident_span_rollup (ceasefire, sensitivity, adm1, occurred_from, recorded_at);

-- How many incidents of each type began on a day: counts by type and area. Without discounted incidents.
create table incident_type_rollup (
    ceasefire text not null,
    adm1 text not null,
    adm2 text not null,
    occurred_from date not null,
    type text not null,
    sensitivity text not null,
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    incidents bigint not null,
    contested bigint not null,
    without_adm2 bigint not null,
    constraint incident_type_rollup_is_superseded_later check (superseded_at > recorded_at),
    constraint incident_type_rollup_counts_something check (incidents > 0)
);
create unique index incident_type_rollup_current_key on incident_type_rollup
    (ceasefire, adm1, adm2, occurred_from, type, sensitivity) where superseded_at is null;
create index incident_type_rollup_by_day on incident_type_rollup (ceasefire, sensitivity, adm1, occurred_from, recorded_at);

-- The incidents that began on a day by grade, of all types together, with the sums of their figures. Discounted included.
create table incident_grade_rollup (
    ceasefire text not null,
    adm1 text not null,
    adm2 text not null,
    occurred_from date not null,
    timing text not null,
    grade text not null,
    sensitivity text not null,
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    incidents bigint not null,
    without_adm2 bigint not null,
    killed_lower bigint not null, killed_best bigint not null, killed_upper bigint not null,
    killed_stated bigint not null, killed_without_best bigint not null, killed_open bigint not null,
    injured_lower bigint not null, injured_best bigint not null, injured_upper bigint not null,
    injured_stated bigint not null, injured_without_best bigint not null, injured_open bigint not null,
    detained_lower bigint not null, detained_best bigint not null, detained_upper bigint not null,
    detained_stated bigint not null, detained_without_best bigint not null, detained_open bigint not null,
    constraint incident_grade_rollup_is_superseded_later check (superseded_at > recorded_at),
    constraint incident_grade_rollup_counts_something check (incidents > 0)
);
create unique index incident_grade_rollup_current_key on incident_grade_rollup
    (ceasefire, adm1, adm2, occurred_from, timing, grade, sensitivity) where superseded_at is null;
create index incident_grade_rollup_by_day on incident_grade_rollup (ceasefire, sensitivity, adm1, occurred_from, recorded_at);

-- What counts now, for the gauges: a refresh reads a row for each type, area, grade and sensitivity and never a day.
-- last_recorded_at is when an incident of the key was last recorded or changed.
create table incident_total (
    ceasefire text not null,
    type text not null,
    adm2 text not null,
    grade text not null,
    sensitivity text not null,
    last_recorded_at timestamptz not null,
    incidents bigint not null,
    killed_lower bigint not null, killed_best bigint not null, killed_upper bigint not null,
    killed_stated bigint not null, killed_without_best bigint not null, killed_open bigint not null,
    injured_lower bigint not null, injured_best bigint not null, injured_upper bigint not null,
    injured_stated bigint not null, injured_without_best bigint not null, injured_open bigint not null,
    detained_lower bigint not null, detained_best bigint not null, detained_upper bigint not null,
    detained_stated bigint not null, detained_without_best bigint not null, detained_open bigint not null,
    primary key (ceasefire, type, adm2, grade, sensitivity)
);

-- Each level at every instant is the sum of the fine roll-up at that instant.
insert into incident_span_rollup (recorded_at, superseded_at,
    ceasefire, adm1, adm2, occurred_from, occurred_to, date_precision, timing, sensitivity, incidents, bombardment, air_strike, artillery_shelling,
    civilian_shooting, ground_incursion, arrest, demolition, aid_obstruction, projectile_launch, other, killed_lower, killed_best, killed_upper,
    killed_stated, killed_without_best, killed_open, injured_lower, injured_best, injured_upper, injured_stated, injured_without_best, injured_open,
    detained_lower, detained_best, detained_upper, detained_stated, detained_without_best, detained_open)
select at, until,
    ceasefire, adm1, adm2, occurred_from, occurred_to, date_precision, timing, sensitivity, incidents, bombardment, air_strike, artillery_shelling,
    civilian_shooting, ground_incursion, arrest, demolition, aid_obstruction, projectile_launch, other, killed_lower, killed_best, killed_upper,
    killed_stated, killed_without_best, killed_open, injured_lower, injured_best, injured_upper, injured_stated, injured_without_best, injured_open,
    detained_lower, detained_best, detained_upper, detained_stated, detained_without_best, detained_open
from (
    select at, lead(at) over later as until,
        ceasefire, adm1, adm2, occurred_from, occurred_to, date_precision, timing, sensitivity,
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
            r.ceasefire, area.adm1, area.adm2, r.occurred_from, r.occurred_to, r.date_precision, r.timing, r.sensitivity,
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
        cross join lateral (values (r.recorded_at, 1), (r.superseded_at, -1)) as event (at, sign)
        where event.at is not null and r.timing <> 'BEFORE' and r.grade <> 'DISCOUNTED'
        group by event.at,
            r.ceasefire, area.adm1, area.adm2, r.occurred_from, r.occurred_to, r.date_precision, r.timing, r.sensitivity) step
    window later as (partition by
        ceasefire, adm1, adm2, occurred_from, occurred_to, date_precision, timing, sensitivity
        order by at)) running
where incidents > 0;

insert into incident_type_rollup (recorded_at, superseded_at,
    ceasefire, adm1, adm2, occurred_from, type, sensitivity, incidents, contested, without_adm2)
select at, until,
    ceasefire, adm1, adm2, occurred_from, type, sensitivity, incidents, contested, without_adm2
from (
    select at, lead(at) over later as until,
        ceasefire, adm1, adm2, occurred_from, type, sensitivity,
        sum(incidents) over later as incidents, sum(contested) over later as contested, sum(without_adm2) over later as without_adm2
    from (
        select event.at,
            r.ceasefire, area.adm1, area.adm2, r.occurred_from, r.type, r.sensitivity,
            sum(event.sign * r.incidents) as incidents, sum(event.sign * case when r.grade = 'CONTESTED' then r.incidents else 0 end) as contested,
            sum(event.sign * case when r.adm2 = '' then r.incidents else 0 end) as without_adm2
        from incident_rollup r cross join lateral (values (r.adm1, r.adm2), ('*', '*')) as area (adm1, adm2)
        cross join lateral (values (r.recorded_at, 1), (r.superseded_at, -1)) as event (at, sign)
        where event.at is not null and r.timing <> 'BEFORE' and r.grade <> 'DISCOUNTED'
        group by event.at,
            r.ceasefire, area.adm1, area.adm2, r.occurred_from, r.type, r.sensitivity) step
    window later as (partition by
        ceasefire, adm1, adm2, occurred_from, type, sensitivity
        order by at)) running
where incidents > 0;

insert into incident_grade_rollup (recorded_at, superseded_at,
    ceasefire, adm1, adm2, occurred_from, timing, grade, sensitivity, incidents, without_adm2, killed_lower, killed_best, killed_upper,
    killed_stated, killed_without_best, killed_open, injured_lower, injured_best, injured_upper, injured_stated, injured_without_best, injured_open,
    detained_lower, detained_best, detained_upper, detained_stated, detained_without_best, detained_open)
select at, until,
    ceasefire, adm1, adm2, occurred_from, timing, grade, sensitivity, incidents, without_adm2, killed_lower, killed_best, killed_upper,
    killed_stated, killed_without_best, killed_open, injured_lower, injured_best, injured_upper, injured_stated, injured_without_best, injured_open,
    detained_lower, detained_best, detained_upper, detained_stated, detained_without_best, detained_open
from (
    select at, lead(at) over later as until,
        ceasefire, adm1, adm2, occurred_from, timing, grade, sensitivity,
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
            r.ceasefire, area.adm1, area.adm2, r.occurred_from, r.timing, r.grade, r.sensitivity,
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
        cross join lateral (values (r.recorded_at, 1), (r.superseded_at, -1)) as event (at, sign)
        where event.at is not null and r.timing <> 'BEFORE'
        group by event.at,
            r.ceasefire, area.adm1, area.adm2, r.occurred_from, r.timing, r.grade, r.sensitivity) step
    window later as (partition by
        ceasefire, adm1, adm2, occurred_from, timing, grade, sensitivity
        order by at)) running
where incidents > 0;

insert into incident_total (ceasefire, type, adm2, grade, sensitivity, last_recorded_at, incidents,
    killed_lower, killed_best, killed_upper, killed_stated, killed_without_best, killed_open, injured_lower, injured_best, injured_upper,
    injured_stated, injured_without_best, injured_open, detained_lower, detained_best, detained_upper, detained_stated, detained_without_best,
    detained_open)
select ceasefire, type, adm2, grade, sensitivity, max(recorded_at), sum(incidents),
    sum(killed_lower), sum(killed_best), sum(killed_upper), sum(killed_stated), sum(killed_without_best), sum(killed_open), sum(injured_lower),
    sum(injured_best), sum(injured_upper), sum(injured_stated), sum(injured_without_best), sum(injured_open), sum(detained_lower),
    sum(detained_best), sum(detained_upper), sum(detained_stated), sum(detained_without_best), sum(detained_open)
from incident_rollup
where superseded_at is null and timing <> 'BEFORE'
group by ceasefire, type, adm2, grade, sensitivity;
