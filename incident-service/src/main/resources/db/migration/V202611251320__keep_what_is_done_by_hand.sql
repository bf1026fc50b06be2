-- A provider names its sources in its own words, which are kept beside the registered source.
alter table incident_report add column stated_source text;
-- Reports that a person added, or that came with a merge: an import renews its own reports and leaves these.
alter table incident_report add column added_by_hand boolean not null default false;

-- Two incidents that somebody looked at and found to be two.
create table incident_distinction (
    one uuid not null,
    other uuid not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    note text,
    primary key (one, other),
    constraint incident_distinction_is_in_order check (one < other)
);
