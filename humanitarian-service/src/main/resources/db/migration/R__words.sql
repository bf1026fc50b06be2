-- What dashboards write for the unit of an indicator, in English (as it is recorded) or Arabic. A unit without words here is
-- written as it is.
create or replace function reporting.unit(unit text, language text) returns text
    language sql immutable parallel safe
return coalesce(case language when 'ar' then case unit
    when 'attacks' then 'هجوم'
    when 'buildings' then 'مبنى'
    when 'displacements' then 'حالة نزوح'
    when 'families' then 'عائلة'
    when 'households' then 'أسرة'
    when 'housing units' then 'وحدة سكنية'
    when 'movements' then 'حركة تنقل'
    when 'people' then 'شخص'
    when 'percent' then 'في المئة'
    when 'sites' then 'موقع'
    when 'structures' then 'منشأة'
    when 'tents' then 'خيمة'
    when 'tonnes per day' then 'طن في اليوم'
    when 'trucks' then 'شاحنة'
    when 'trucks per day' then 'شاحنة في اليوم'
    end end, unit);
