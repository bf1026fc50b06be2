create table api_key (
    id text not null,
    owner text not null,
    role text not null,
    clearance text not null,
    salt bytea not null,
    hash bytea not null,
    created_at timestamptz not null,
    created_by text not null,
    expires_at timestamptz,
    revoked_at timestamptz,
    revoked_by text,
    last_used_at timestamptz,
    constraint api_key_pkey primary key (id),
    constraint api_key_id_is_hexadecimal check (id ~ '^[0-9a-f]{16}$'),
    constraint api_key_has_an_owner check (owner <> ''),
    constraint api_key_role_is_known check (role in ('PARTNER', 'CONTRIBUTOR', 'REVIEWER', 'ADMINISTRATOR')),
    constraint api_key_clearance_is_known check (clearance in ('PARTNER', 'STAFF')),
    constraint api_key_of_a_writer_sees_what_it_writes check (role = 'PARTNER' or clearance = 'STAFF'),
    constraint api_key_is_hashed_with_sha_256 check (length(hash) = 32 and length(salt) = 16),
    constraint api_key_expires_later check (expires_at > created_at),
    constraint api_key_is_revoked_by_somebody check ((revoked_at is null) = (revoked_by is null))
);

comment on table api_key is 'Keys of the API. The secret itself is shown once, when a key is made, and kept nowhere.';

create table signing_key (
    id text not null,
    public_key jsonb not null,
    published_at timestamptz not null,
    expires_at timestamptz not null,
    constraint signing_key_pkey primary key (id),
    constraint signing_key_expires_later check (expires_at > published_at),
    constraint signing_key_is_public check (not public_key ? 'd')
);

comment on table signing_key is
    'Public halves of the keys that the gateways sign with. The private halves never leave the memory of the gateway that made them.';
