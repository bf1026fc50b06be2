-- One row: what the cursors of lists are sealed with. Every replica reads it when it starts. Whoever takes the row out and
-- starts all replicas again makes all cursors that were handed out worthless.
create table cursor_secret (
    only_one boolean primary key default true,
    secret bytea not null,
    made_at timestamptz not null,
    constraint cursor_secret_is_one check (only_one),
    constraint cursor_secret_is_long check (octet_length(secret) = 32)
);
