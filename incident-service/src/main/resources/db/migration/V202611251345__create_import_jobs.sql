-- What became of each file somebody sent. The file itself is not kept.
create table import_job (
    id uuid primary key,
    created_at timestamptz not null,
    created_by text not null,
    -- the service that reads it; one that no longer gives a sign of life has lost the file with it
    instance uuid not null,
    seen_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    status text not null,
    cancel_requested boolean not null default false,
    dry_run boolean not null,
    complete boolean not null,
    bytes bigint not null,
    -- SHA-256 of the file, in hexadecimal digits
    digest text not null,
    -- how the file was read: form, encoding, columns; and which column went where
    detected json,
    mapping json,
    rows_read bigint not null default 0,
    refused bigint not null default 0,
    created bigint not null default 0,
    revised bigint not null default 0,
    unchanged bigint not null default 0,
    missing bigint not null default 0,
    unplaced bigint not null default 0,
    failure text,
    constraint import_job_status_is_known check (status in ('QUEUED', 'READING', 'APPLYING', 'SUCCEEDED', 'FAILED', 'CANCELLED', 'INTERRUPTED')),
    constraint import_job_ends_once check ((finished_at is null) = (status in ('QUEUED', 'READING', 'APPLYING')))
);
create index import_job_by_creation on import_job (created_at, id);

-- The rows that were refused, as they stood in the file, with every problem of each.
create table import_refusal (
    job uuid not null references import_job (id),
    number bigint not null,
    row_number bigint not null,
    cells text[] not null,
    problems text[] not null,
    primary key (job, number)
);

-- The incidents of the source that a file said to be complete does not have.
create table import_missing (
    job uuid not null references import_job (id),
    incident uuid not null,
    reference text not null,
    primary key (job, incident)
);

-- Which column of a provider's files goes where, kept under a name to be used again.
create table import_mapping (
    name text primary key,
    mapping json not null,
    recorded_at timestamptz not null,
    recorded_by text not null
);
