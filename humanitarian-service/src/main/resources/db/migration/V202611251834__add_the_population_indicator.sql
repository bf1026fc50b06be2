-- People who live in an area: an indicator as any other, whose figures have a source and a date. It is what figures per
-- 1,000 people are computed against; where nobody stated one, there are none.
-- After everything recorded so far, so that no answer of before has it.
update change_clock set last_recorded_at = greatest(now(), last_recorded_at + interval '1 microsecond');

insert into indicator (id, revision, recorded_at, revision_reason, sensitivity, code, name_en, name_ar, unit, kind, aggregation,
    expected_interval_days, minimum, maximum, whole_numbers, hxl_tag, source_priority)
select gen_random_uuid(), 1, last_recorded_at, 'NEW', 'LOW', 'POPULATION', 'Population', 'عدد السكان', 'people', 'STOCK', 'LAST', 365, 0, null, true,
    '#population+num', '{}'
from change_clock
where not exists (select from indicator where code = 'POPULATION' and superseded_at is null);

insert into indicator_definition (indicator_revision_id, position, code, text_en, text_ar)
select revision_id, 0, 'POPULATION', 'People who live in the area on the day stated, counted, estimated or projected by the source',
    'الأشخاص المقيمون في المنطقة في اليوم المذكور، بحسب تعداد المصدر أو تقديره أو إسقاطه'
from indicator i
where code = 'POPULATION' and superseded_at is null
  and not exists (select from indicator_definition d where d.indicator_revision_id = i.revision_id);
