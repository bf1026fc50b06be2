-- The change feeds tell a reader of a clearance that a record is no longer among those it is shown: retracted, or withheld.
-- Which revision it was is kept when it is written; to find it when a feed is read would take a look at every revision of
-- every hidden record, and a page would take the longer the more is hidden. A row goes when the record is shown again.

-- What each clearance reads. It stands in the code too, and a test holds the two against each other.
create function clearances() returns table (clearance text, readable text[]) language sql immutable as $$
    values ('PUBLIC', array['LOW']), ('PARTNER', array['LOW', 'MODERATE']), ('STAFF', array['LOW', 'MODERATE', 'HIGH'])
$$;

create table withdrawal (
    -- the table of the record
    kind text not null,
    clearance text not null,
    id uuid not null,
    -- when the revision was recorded by which it went
    recorded_at timestamptz not null,
    reason text not null,
    primary key (kind, clearance, id),
    constraint withdrawal_kind_is_known check (kind in ('observation', 'hazard')),
    constraint withdrawal_clearance_is_known check (clearance in ('PUBLIC', 'PARTNER', 'STAFF')),
    constraint withdrawal_reason_is_known check (reason in ('RETRACTED', 'WITHHELD'))
);
create index withdrawal_by_recording on withdrawal (kind, clearance, recorded_at, id);

-- An observation names the hazard it is about and the observation it passes on, if its reader may see them. When one of these
-- is hidden from a clearance, or shown to it again, the observation is another one to that clearance, though nothing was
-- recorded of it. So its place in the feed of that clearance, and of no other one, is that of the change.
create table observation_retelling (
    clearance text not null,
    id uuid not null,
    recorded_at timestamptz not null,
    primary key (clearance, id),
    constraint observation_retelling_clearance_is_known check (clearance in ('PUBLIC', 'PARTNER', 'STAFF'))
);
create index observation_retelling_by_recording on observation_retelling (clearance, recorded_at, id);

-- The relays of an observation are looked up when it is hidden.
create index observation_current_by_relay on observation (relay_of) where relay_of is not null and superseded_at is null;

-- Once for each statement that adds revisions, whoever runs it, and in its transaction. The record of a withdrawal stays as
-- it is while the record is hidden, or revisions of what is hidden would be told one by one. The argument is the condition
-- by which observations o are linked to a record a.
create function keep_what_readers_are_told() returns trigger language plpgsql as $$
begin
    if not exists (select from added where revision > 1) then
        return null;
    end if;
    -- Planned anew each time: the plan for a million revisions is not the one for a single one.
    execute $sql$
        delete from withdrawal w using added a, clearances() c
        where a.revision > 1 and a.revision_reason <> 'RETRACTION' and a.sensitivity = any (c.readable)
        and w.kind = $1 and w.clearance = c.clearance and w.id = a.id$sql$ using tg_table_name::text;
    execute format($sql$
        insert into withdrawal (kind, clearance, id, recorded_at, reason)
        select %1$L, c.clearance, a.id, a.recorded_at,
            case when a.sensitivity = any (c.readable) then 'RETRACTED' else 'WITHHELD' end
        from added a
        join %1$I k on k.id = a.id and k.revision = a.revision - 1
        cross join clearances() c
        where a.revision > 1 and k.revision_reason <> 'RETRACTION' and k.sensitivity = any (c.readable)
        and not (a.revision_reason <> 'RETRACTION' and a.sensitivity = any (c.readable))$sql$, tg_table_name);
    execute format($sql$
        insert into observation_retelling (clearance, id, recorded_at)
        select c.clearance, o.id, a.recorded_at
        from added a
        join %1$I k on k.id = a.id and k.revision = a.revision - 1 and k.sensitivity <> a.sensitivity
        cross join clearances() c
        join observation o on o.superseded_at is null and %2$s
        where a.revision > 1 and (k.sensitivity = any (c.readable)) <> (a.sensitivity = any (c.readable))
        on conflict (clearance, id) do update set recorded_at = excluded.recorded_at$sql$, tg_table_name, tg_argv[0]);
    return null;
end
$$;
create trigger observation_keeps_what_readers_are_told after insert on observation
    referencing new table as added for each statement execute function keep_what_readers_are_told('o.relay_of = a.id');
create trigger hazard_keeps_what_readers_are_told after insert on hazard
    referencing new table as added for each statement execute function keep_what_readers_are_told('o.hazard = a.code');

insert into withdrawal (kind, clearance, id, recorded_at, reason)
select gone.kind, gone.clearance, g.id, g.recorded_at, case when g.sensitivity = any (gone.readable) then 'RETRACTED' else 'WITHHELD' end
from (
    select n.kind, d.clearance, d.readable, n.id,
        (select max(s.revision) from (
            select 'observation' as kind, id, revision, revision_reason, sensitivity from observation
            union all select 'hazard', id, revision, revision_reason, sensitivity from hazard) s
         where s.kind = n.kind and s.id = n.id and s.revision_reason <> 'RETRACTION' and s.sensitivity = any (d.readable)) + 1 as revision
    from (
        select 'observation' as kind, id, revision_reason, sensitivity from observation where superseded_at is null
        union all select 'hazard', id, revision_reason, sensitivity from hazard where superseded_at is null) n
    cross join clearances() d
    where not (n.revision_reason <> 'RETRACTION' and n.sensitivity = any (d.readable))) gone
join (
    select 'observation' as kind, id, revision, recorded_at, sensitivity from observation
    union all select 'hazard', id, revision, recorded_at, sensitivity from hazard) g
on g.kind = gone.kind and g.id = gone.id and g.revision = gone.revision;

-- What a clearance is shown, in the order of recording. The id tells those of one instant apart, as the number of a revision
-- would let a reader of the feed count the revisions in between that it is not shown.
create index observation_current_by_recording on observation (sensitivity, recorded_at, id)
    where superseded_at is null and revision_reason <> 'RETRACTION';
create index hazard_current_by_recording on hazard (sensitivity, recorded_at, id)
    where superseded_at is null and revision_reason <> 'RETRACTION';
