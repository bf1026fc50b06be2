-- How an estimate is written where people read it: "≥ 738", "≈ 850,000", "100,000–999,999". The services print it the
-- same way (EstimateText); panels use this function so that no dashboard has a spelling of its own.
create schema if not exists reporting;

create or replace function reporting.number_text(n numeric) returns text
    language sql immutable parallel safe
return rtrim(to_char(n, 'FM999,999,999,999,999,990.######'), '.');

create or replace function reporting.figure(qualifier text, lower numeric, best numeric, upper numeric) returns text
    language sql immutable parallel safe
return case qualifier
    when 'EXACT' then reporting.number_text(best)
    when 'AT_LEAST' then '≥ ' || reporting.number_text(lower)
    when 'MORE_THAN' then '> ' || reporting.number_text(lower)
    when 'AT_MOST' then '≤ ' || reporting.number_text(upper)
    when 'FEWER_THAN' then '< ' || reporting.number_text(upper)
    when 'APPROXIMATELY' then '≈ ' || reporting.number_text(best)
    else reporting.number_text(lower) || '–' || reporting.number_text(upper)
end;
