-- The tables of import jobs stand in every service that takes files in, and the kit writes them; from here on it also brings
-- their changes.
alter table import_job
    -- the instant that the records of the job carry
    add column recorded_at timestamptz,
    -- how much was found odd about rows that were taken in; null where nobody looked
    add column warnings bigint;

-- What was found odd, the first of it. A finding quotes figures; where one of them is to leave the service no longer, all rows
-- of this table go, for what is odd about records can be found again.
create table import_warning (
    job uuid not null references import_job (id),
    number int not null,
    row_number bigint not null,
    finding json not null,
    primary key (job, number)
);
