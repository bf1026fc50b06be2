-- Whoever keeps answers has to hear when they hold no longer. Each transaction that changes something that can be read says
-- so, once: PostgreSQL drops what is said twice in a transaction, and delivers the rest after the commit, in the order of
-- commits.
create function announce_change() returns trigger language plpgsql as $$
begin
    perform pg_notify('humdash_watermark', cast(pg_current_xact_id() as text));
    return null;
end
$$;

-- For a table that a later migration creates, it calls this.
create function announce_changes_of(watched regclass) returns void language plpgsql as $$
begin
    execute format('create trigger announce_change after insert or update or delete or truncate on %s'
        ' for each statement execute function announce_change()', watched);
end
$$;

-- The tables of jobs change by the second while a file is read, and nothing but the pages of the jobs shows them; the clock
-- is shown nowhere.
select announce_changes_of(cast(format('%I.%I', table_schema, table_name) as regclass))
from information_schema.tables
where table_schema = current_schema() and table_type = 'BASE TABLE'
and table_name not in ('flyway_schema_history', 'change_clock', 'import_job', 'import_mapping', 'import_missing',
    'import_refusal', 'import_warning', 'pull');
