-- Which figure is the newest of each series is asked far more often than a new series begins. So the series are listed,
-- and the newest figures of each are one step into an index away, at any as-of day and any instant: the cost is that of
-- the series and not of the observations.
--
-- What may stand beside something else is a series of its own: indicator, area, originator, definition, hazard and part.
-- Some of these are null, and PostgreSQL 17 has no index on "is not distinct from"; so they are condensed into one
-- value. No code holds the separator, and an empty code is none.
alter table observation add column series uuid generated always as (md5(
    indicator || e'\x1f' || area || e'\x1f' || originator || e'\x1f' || definition || e'\x1f' || coalesce(hazard, '') || e'\x1f'
    || coalesce(sex, '') || e'\x1f' || coalesce(age, '') || e'\x1f' || coalesce(cause, '') || e'\x1f' || coalesce(shelter_type, ''))::uuid) stored;
-- With recorded_at, so that what was recorded after the instant asked about is passed over within the index.
create index observation_by_series on observation (series, valid_to, recorded_at);

create table observation_series (
    series uuid primary key,
    indicator text not null,
    area text not null,
    originator text not null,
    definition text not null,
    hazard text,
    is_part boolean not null,
    -- an answer of before then has nothing of it, and need not look
    first_recorded_at timestamptz not null
);
create index observation_series_by_area on observation_series (area, indicator);

-- Once for each statement that adds observations, whoever runs it, and in its transaction. The change clock has put the
-- writers in one order by then, so two of them never add the same series.
create function list_series() returns trigger language plpgsql as $$
begin
    insert into observation_series (series, indicator, area, originator, definition, hazard, is_part, first_recorded_at)
    select distinct on (n.series) n.series, n.indicator, n.area, n.originator, n.definition, n.hazard,
           num_nonnulls(n.sex, n.age, n.cause, n.shelter_type) > 0, n.recorded_at
    from added n
    where not exists (select from observation_series s where s.series = n.series)
    order by n.series, n.recorded_at
    on conflict (series) do nothing;
    return null;
end
$$;
create trigger observation_lists_its_series after insert on observation
    referencing new table as added for each statement execute function list_series();

insert into observation_series (series, indicator, area, originator, definition, hazard, is_part, first_recorded_at)
select distinct on (series) series, indicator, area, originator, definition, hazard,
       num_nonnulls(sex, age, cause, shelter_type) > 0, recorded_at
from observation
order by series, recorded_at;
