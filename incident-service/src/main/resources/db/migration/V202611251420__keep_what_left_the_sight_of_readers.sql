-- The change feed tells a reader of a clearance that an incident is no longer among those it is shown: retracted, merged
-- into another one, or withheld. Which revision it was is found when it is written; to find it when the feed is read would
-- take a look at every revision of every hidden incident, and a page would take the longer the more is hidden. A row goes
-- when the incident is shown again.
create table incident_withdrawal (
    clearance text not null,
    id uuid not null,
    -- when the revision was recorded by which it went
    recorded_at timestamptz not null,
    reason text not null,
    -- of a merged one: the incident it was merged into
    survivor uuid,
    primary key (clearance, id),
    constraint incident_withdrawal_clearance_is_known check (clearance in ('PUBLIC', 'PARTNER', 'STAFF')),
    constraint incident_withdrawal_reason_is_known check (reason in ('RETRACTED', 'MERGED', 'WITHHELD')),
    constraint incident_withdrawal_of_merged_has_survivor check ((reason = 'MERGED') = (survivor is not null))
);
create index incident_withdrawal_by_recording on incident_withdrawal (clearance, recorded_at, id);

insert into incident_withdrawal (clearance, id, recorded_at, reason, survivor)
select c.clearance, g.id, g.recorded_at, c.reason, case when c.reason = 'MERGED' then g.duplicate_of end
from (
    select d.clearance, n.id as current_id, d.readable, d.stages,
        (select max(s.revision) from incident s
         where s.id = n.id and s.duplicate_of is null and s.status = any (d.stages) and s.sensitivity = any (d.readable)) + 1 as revision,
        n.sensitivity, n.status, n.duplicate_of
    from incident n
    cross join (values
        ('PUBLIC', array['LOW'], array['PUBLISHED']),
        ('PARTNER', array['LOW', 'MODERATE'], array['PUBLISHED']),
        ('STAFF', array['LOW', 'MODERATE', 'HIGH'], array['PUBLISHED', 'DRAFT'])) d (clearance, readable, stages)
    where n.superseded_at is null
    and not (n.duplicate_of is null and n.status = any (d.stages) and n.sensitivity = any (d.readable))) gone
join incident g on g.id = gone.current_id and g.revision = gone.revision
cross join lateral (select gone.clearance,
    case when not g.sensitivity = any (gone.readable) then 'WITHHELD'
         when g.status = 'RETRACTED' then 'RETRACTED'
         when g.duplicate_of is not null then 'MERGED'
         else 'WITHHELD' end) c (clearance, reason);

-- What a clearance is shown, in the order of recording. The id tells those of one instant apart, as the number of a revision
-- would let a reader of the feed count the revisions in between that it is not shown.
create index incident_current_by_recording on incident (status, sensitivity, recorded_at, id)
    where superseded_at is null and duplicate_of is null;

-- To undo a merge, the other duplicates of the survivor are looked up.
create index incident_by_survivor on incident (duplicate_of) where duplicate_of is not null;
