create table kept_answer (
    id bytea not null,
    account text not null,
    attempt uuid not null,
    request bytea not null,
    begun_at timestamptz not null,
    alive_at timestamptz not null,
    answered_at timestamptz,
    body bytea,
    body_length bigint,
    status integer,
    headers jsonb,
    answer bytea,
    constraint kept_answer_pkey primary key (id),
    constraint kept_answer_is_hashed_with_sha_256
        check (length(id) = 32 and length(request) = 32 and length(body) = 32),
    constraint kept_answer_is_whole check (
        (answered_at is null) = (body is null)
        and (answered_at is null) = (body_length is null)
        and (answered_at is null) = (status is null)
        and (answered_at is null) = (headers is null)
        and (answered_at is not null or answer is null)),
    constraint kept_answer_is_no_error_of_ours check (status < 500)
);

create index kept_answer_by_age on kept_answer (begun_at);
create index kept_answer_by_attempt on kept_answer (attempt) where answered_at is null;

comment on table kept_answer is
    'What was answered to requests with an Idempotency-Key, for a retry. No secret shown once is in it, nor the key itself.';
comment on column kept_answer.id is 'SHA-256 of the account and its key';
comment on column kept_answer.attempt is 'The request that does it; another one if that was lost';
comment on column kept_answer.request is 'SHA-256 of method, path, query and content type';
comment on column kept_answer.alive_at is 'When the gateway that does it was last heard of';
comment on column kept_answer.body is 'SHA-256 of the body of the request';
comment on column kept_answer.answer is 'Null if it was too large or held a secret';
