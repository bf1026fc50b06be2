-- A question about one area reads its rows alone, and not those of every area of the ceasefire.
drop index incident_span_rollup_by_day;
create index incident_span_rollup_by_day on incident_span_rollup (ceasefire, sensitivity, adm1, adm2, occurred_from, recorded_at);
drop index incident_grade_rollup_by_day;
create index incident_grade_rollup_by_day on incident_grade_rollup (ceasefire, sensitivity, adm1, adm2, occurred_from, recorded_at);
-- Here a page of days is mostly asked for with all of its areas, so the day comes first.
drop index incident_type_rollup_by_day;
create index incident_type_rollup_by_day on incident_type_rollup (ceasefire, sensitivity, occurred_from, adm1, adm2, recorded_at);
