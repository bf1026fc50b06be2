create table audit_entry (
    id bigint generated always as identity,
    begun_at timestamptz not null,
    account text not null,
    role text not null,
    method text not null,
    path text not null,
    status integer,
    ended_at timestamptz,
    constraint audit_entry_pkey primary key (id),
    constraint audit_entry_ends_with_a_status check ((status is null) = (ended_at is null)),
    constraint audit_entry_ends_later check (ended_at >= begun_at)
);

create index audit_entry_of_account on audit_entry (account, id);

comment on table audit_entry is
    'Every request that may write: who, what, when. Recorded before it is passed on; without a status, its end is not known.';
