-- The jobs of imports are the same in every service; what a complete file lacks is a record, of whatever kind.
alter table import_missing rename column incident to record;
