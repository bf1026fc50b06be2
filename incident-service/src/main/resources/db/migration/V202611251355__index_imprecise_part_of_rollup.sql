-- A page of the ledger asks which imprecise incidents reach into its days from before them. Without this every earlier day
-- of the roll-up was read for the few that do.
create index incident_rollup_by_end_of_span on incident_rollup (ceasefire, occurred_to, occurred_from) where date_precision > 1;
