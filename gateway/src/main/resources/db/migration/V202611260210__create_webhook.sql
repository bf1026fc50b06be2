create table webhook (
    id text not null,
    account text not null,
    url text not null,
    feeds text not null,
    secret bytea not null,
    created_at timestamptz not null,
    state text not null,
    reason text,
    detail text,
    changed_at timestamptz not null,
    position text not null,
    due_at timestamptz not null,
    failing_since timestamptz,
    lease_id text,
    lease_until timestamptz,
    constraint webhook_pkey primary key (id),
    constraint webhook_id_says_what_it_is check (id ~ '^whk_[0-9a-f]{32}$'),
    constraint webhook_state_is_known check (state in ('ACTIVE', 'PAUSED')),
    constraint webhook_reason_is_known check (reason in ('OWNER', 'FAILING', 'KEY_ENDED', 'GONE', 'ADDRESS_REFUSED')),
    constraint webhook_is_paused_for_a_reason check ((state = 'PAUSED') = (reason is not null)),
    constraint webhook_is_leased_for_a_time check ((lease_id is null) = (lease_until is null))
);

create index webhook_of_account on webhook (account, id);
create index webhook_due on webhook (due_at) where state = 'ACTIVE';

comment on table webhook is
    'Endpoints of partners, how far each is in the feeds, and which gateway is sending to it. The secret is encrypted with a key that is not in this database.';

create table webhook_delivery (
    id text not null,
    seq bigint generated always as identity,
    webhook_id text not null,
    state text not null,
    made_at timestamptz not null,
    begin_position text not null,
    end_position text not null,
    up_to text not null,
    batch integer not null,
    entries integer not null,
    attempts integer not null,
    due_at timestamptz not null,
    last_attempt_at timestamptz,
    last_status integer,
    last_failure text,
    ended_at timestamptz,
    constraint webhook_delivery_pkey primary key (id),
    constraint webhook_delivery_is_of_a_webhook foreign key (webhook_id) references webhook (id) on delete cascade,
    constraint webhook_delivery_id_says_what_it_is check (id ~ '^msg_[0-9a-f]{32}$'),
    constraint webhook_delivery_state_is_known check (state in ('WAITING', 'DELIVERED', 'DEAD')),
    constraint webhook_delivery_ends check ((state = 'WAITING') = (ended_at is null)),
    constraint webhook_delivery_counts_up check (attempts >= 0 and entries >= 0 and batch > 0)
);

create index webhook_delivery_in_order on webhook_delivery (webhook_id, seq);
create index webhook_delivery_waiting on webhook_delivery (webhook_id, seq) where state = 'WAITING';
create index webhook_delivery_dead on webhook_delivery (webhook_id) where state = 'DEAD';
create index webhook_delivery_ended on webhook_delivery (ended_at) where ended_at is not null;

comment on table webhook_delivery is
    'Messages to endpoints: a piece of the feeds from one position to the next, never what stands there. What is sent is read anew for each attempt.';
