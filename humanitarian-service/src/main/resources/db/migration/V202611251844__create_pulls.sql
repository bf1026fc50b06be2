-- Files that are fetched from an address every so often and imported as if somebody had sent them. What an address said
-- about its file (etag, last_modified) counts only once the import of that file has succeeded: until then it stands in
-- pending_*, and a file whose import failed is fetched again.
create table pull (
    code text primary key,
    url text not null,
    every_minutes int not null,
    enabled boolean not null,
    complete boolean not null,
    -- name of a saved mapping; null to find out
    mapping text,
    -- what holds for all records of the file, by the name of our column
    constants json not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    next_at timestamptz not null,
    etag text,
    last_modified text,
    pending_etag text,
    pending_last_modified text,
    -- the import that is not over yet
    pending_job uuid references import_job (id),
    last_job uuid references import_job (id),
    last_attempt_at timestamptz,
    -- when the file was last imported, or found not to have changed since
    last_success_at timestamptz,
    last_changed_at timestamptz,
    last_failure_at timestamptz,
    last_failure text,
    constraint pull_code_is_lower_kebab check (code ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
    constraint pull_is_not_too_often check (every_minutes between 15 and 44640)
);
create index pull_by_turn on pull (next_at) where enabled;
