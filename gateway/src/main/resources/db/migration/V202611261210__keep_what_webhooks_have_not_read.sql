create table webhook_backlog (
    webhook_id text not null,
    service text not null,
    unread_since timestamptz not null,
    constraint webhook_backlog_pkey primary key (webhook_id, service),
    constraint webhook_backlog_is_of_a_webhook foreign key (webhook_id) references webhook (id) on delete cascade
);

comment on table webhook_backlog is
    'When the first change was recorded that a webhook has seen of a service and not passed on; no row when there was none.';
