create table shared_secret (
    name text not null,
    secret bytea not null,
    made_at timestamptz not null,
    constraint shared_secret_pkey primary key (name),
    constraint shared_secret_is_long_enough check (length(secret) >= 32)
);

comment on table shared_secret is
    'What all gateways have to know and nobody else: a cursor that one of them made is believed by the others. Made by the first that needs it.';
