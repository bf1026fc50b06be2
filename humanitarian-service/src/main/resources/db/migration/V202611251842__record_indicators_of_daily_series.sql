-- Indicators of the series that others publish. Deaths newly reported during a truce, and deaths that were recorded
-- retrospectively, are counted apart by their source and are therefore indicators of their own; so is what a report added to
-- the total, in which both are. What is counted is said as the source says it, and claims nothing about a figure.
create temporary table further_indicator (
    code text, name_en text, name_ar text, unit text, kind text, expected_interval_days int, hxl_tag text
) on commit drop;

insert into further_indicator values
('KILLED_ADDED_DAILY', 'Deaths added to the total in a report', 'الوفيات المضافة إلى المجموع في التقرير', 'people', 'FLOW', 3, '#affected+killed+added'),
('KILLED_TRUCE_NEW_DAILY', 'People newly killed since the truce, by report', 'القتلى الجدد منذ الهدنة، بحسب التقرير', 'people', 'FLOW', 3, '#affected+killed+new'),
('KILLED_RECOVERED_DAILY', 'Bodies recovered, by report', 'الجثامين المنتشلة، بحسب التقرير', 'people', 'FLOW', 3, '#affected+killed+recovered'),
('KILLED_SUCCUMBED_DAILY', 'Deaths from earlier injuries, by report', 'الوفيات متأثرة بجراح سابقة، بحسب التقرير', 'people', 'FLOW', 3, '#affected+killed+succumbed'),
('KILLED_COMMITTEE_DAILY', 'Deaths confirmed retrospectively by committee, by report', 'الوفيات التي اعتمدتها اللجنة بأثر رجعي، بحسب التقرير', 'people', 'FLOW', null, '#affected+killed+committee'),
('KILLED_CUMULATIVE', 'People killed, total', 'القتلى، المجموع', 'people', 'CUMULATIVE', 3, '#affected+killed+cumulative'),
('INJURED_CUMULATIVE', 'People injured, total', 'الجرحى، المجموع', 'people', 'CUMULATIVE', 3, '#affected+injured+cumulative'),
('MEDICAL_KILLED_CUMULATIVE', 'Medical staff killed, total', 'القتلى من الطواقم الطبية، المجموع', 'people', 'CUMULATIVE', null, '#affected+killed+medical'),
('PRESS_KILLED_CUMULATIVE', 'Journalists killed, total', 'القتلى من الصحفيين، المجموع', 'people', 'CUMULATIVE', null, '#affected+killed+press'),
('CIVIL_DEFENCE_KILLED_CUMULATIVE', 'Civil defence staff killed, total', 'القتلى من الدفاع المدني، المجموع', 'people', 'CUMULATIVE', null, '#affected+killed+civdef'),
('FAMINE_DEATHS_CUMULATIVE', 'Deaths from malnutrition, total', 'الوفيات بسبب سوء التغذية، المجموع', 'people', 'CUMULATIVE', 7, '#affected+killed+malnutrition'),
('AID_SEEKERS_KILLED_CUMULATIVE', 'People killed while seeking aid, total', 'القتلى أثناء طلب المساعدات، المجموع', 'people', 'CUMULATIVE', null, '#affected+killed+aidseekers'),
('AID_SEEKERS_INJURED_CUMULATIVE', 'People injured while seeking aid, total', 'الجرحى أثناء طلب المساعدات، المجموع', 'people', 'CUMULATIVE', null, '#affected+injured+aidseekers'),
('SETTLER_ATTACKS_CUMULATIVE', 'Attacks by settlers, total', 'هجمات المستوطنين، المجموع', 'attacks', 'CUMULATIVE', 14, '#event+settlers+num'),
('PEOPLE_DISPLACED_CUMULATIVE', 'People displaced, total', 'الأشخاص المهجّرون، المجموع', 'people', 'CUMULATIVE', 14, '#affected+displaced+cumulative'),
('HOUSEHOLDS_DISPLACED_CUMULATIVE', 'Households displaced, total', 'الأسر المهجّرة، المجموع', 'households', 'CUMULATIVE', 14, '#affected+displaced+hh+cumulative'),
('HOUSING_UNITS_DESTROYED', 'Housing units destroyed', 'الوحدات السكنية المدمرة', 'housing units', 'CUMULATIVE', 30, '#impact+housing+destroyed+num'),
('CIVIC_BUILDINGS_DESTROYED', 'Civic buildings destroyed', 'المباني العامة المدمرة', 'buildings', 'CUMULATIVE', 30, '#impact+civic+destroyed+num'),
('EDUCATION_BUILDINGS_DESTROYED', 'Educational buildings destroyed', 'المباني التعليمية المدمرة', 'buildings', 'CUMULATIVE', 30, '#impact+education+destroyed+num'),
('EDUCATION_BUILDINGS_DAMAGED', 'Educational buildings damaged', 'المباني التعليمية المتضررة', 'buildings', 'CUMULATIVE', 30, '#impact+education+damaged+num'),
('MOSQUES_DESTROYED', 'Mosques destroyed', 'المساجد المدمرة', 'buildings', 'CUMULATIVE', 30, '#impact+mosques+destroyed+num'),
('MOSQUES_DAMAGED', 'Mosques damaged', 'المساجد المتضررة', 'buildings', 'CUMULATIVE', 30, '#impact+mosques+damaged+num'),
('CHURCHES_DESTROYED', 'Churches destroyed', 'الكنائس المدمرة', 'buildings', 'CUMULATIVE', 30, '#impact+churches+destroyed+num'),
('IDPS_PRESENT', 'Displaced people present, by record', 'النازحون الموجودون، بحسب السجل', 'people', 'STOCK', 90, '#affected+idps+ind'),
('DISPLACEMENTS', 'Displacements in a period', 'حالات النزوح خلال فترة', 'displacements', 'FLOW', null, '#affected+displaced'),
('PEOPLE_IN_NEED', 'People in need', 'الأشخاص المحتاجون', 'people', 'STOCK', 365, '#inneed'),
('PEOPLE_TARGETED', 'People targeted', 'الأشخاص المستهدفون', 'people', 'STOCK', 365, '#targeted'),
('PEOPLE_REACHED', 'People reached', 'الأشخاص الذين تم الوصول إليهم', 'people', 'STOCK', 365, '#reached');

insert into indicator (id, revision, recorded_at, revision_reason, sensitivity, code, name_en, name_ar, unit, kind, aggregation,
    expected_interval_days, minimum, maximum, whole_numbers, hxl_tag, source_priority)
select gen_random_uuid(), 1, last_recorded_at, 'NEW', 'LOW', code, name_en, name_ar, unit, kind,
    case when code = 'IDPS_PRESENT' then 'NONE' when kind = 'FLOW' then 'SUM' else 'LAST' end,
    expected_interval_days, 0, null, true, hxl_tag, '{}'
from further_indicator cross join change_clock
order by code;

insert into indicator_definition (indicator_revision_id, position, code, text_en, text_ar)
select i.revision_id, d.position, d.code, d.text_en, d.text_ar
from (values
('KILLED_ADDED_DAILY', 0, 'KILLED_ADDED_DAILY', 'Deaths by which the source raised its total in one report, whenever they occurred: newly killed people, bodies recovered, deaths from earlier injuries and deaths confirmed retrospectively together', 'الوفيات التي رفع بها المصدر مجموعه في تقرير واحد، متى وقعت: القتلى الجدد والجثامين المنتشلة والوفيات متأثرة بجراح سابقة والوفيات المعتمدة بأثر رجعي معًا'),
('KILLED_TRUCE_NEW_DAILY', 0, 'KILLED_TRUCE_NEW_DAILY', 'People the source says were newly killed during a truce, in the period of one report; what it recorded retrospectively is not in it', 'الأشخاص الذين يذكر المصدر أنهم قُتلوا حديثًا خلال هدنة، في فترة تقرير واحد؛ ولا تشمل ما سُجل بأثر رجعي'),
('KILLED_RECOVERED_DAILY', 0, 'KILLED_RECOVERED_DAILY', 'Bodies that were recovered in the period of one report, whenever the people died', 'الجثامين التي انتُشلت في فترة تقرير واحد، متى كانت الوفاة'),
('KILLED_SUCCUMBED_DAILY', 0, 'KILLED_SUCCUMBED_DAILY', 'People who died of earlier injuries in the period of one report', 'الأشخاص الذين توفوا متأثرين بجراح سابقة في فترة تقرير واحد'),
('KILLED_COMMITTEE_DAILY', 0, 'KILLED_COMMITTEE_DAILY', 'Deaths that a committee of the source confirmed and added to the total in one report, whenever they occurred', 'الوفيات التي اعتمدتها لجنة لدى المصدر وأضيفت إلى المجموع في تقرير واحد، متى وقعت'),
('KILLED_CUMULATIVE', 0, 'KILLED_CUMULATIVE', 'People the source says were killed since the beginning of the period, as its total stood on the last day', 'الأشخاص الذين يذكر المصدر أنهم قُتلوا منذ بداية الفترة، كما كان مجموعه في اليوم الأخير'),
('KILLED_CUMULATIVE', 1, 'OCHA_VERIFIED', 'People killed in the West Bank, as verified by OCHA', 'القتلى في الضفة الغربية، كما تحققت منهم أوتشا'),
('KILLED_CUMULATIVE', 2, 'OCHA_FLASH', 'People killed in the West Bank, as in OCHA''s flash updates', 'القتلى في الضفة الغربية، كما في التحديثات العاجلة لأوتشا'),
('INJURED_CUMULATIVE', 0, 'INJURED_CUMULATIVE', 'People the source says were injured since the beginning of the period, as its total stood on the last day', 'الأشخاص الذين يذكر المصدر أنهم أُصيبوا منذ بداية الفترة، كما كان مجموعه في اليوم الأخير'),
('INJURED_CUMULATIVE', 1, 'OCHA_VERIFIED', 'People injured in the West Bank, as verified by OCHA', 'الجرحى في الضفة الغربية، كما تحققت منهم أوتشا'),
('INJURED_CUMULATIVE', 2, 'OCHA_FLASH', 'People injured in the West Bank, as in OCHA''s flash updates', 'الجرحى في الضفة الغربية، كما في التحديثات العاجلة لأوتشا'),
('MEDICAL_KILLED_CUMULATIVE', 0, 'MEDICAL_KILLED_CUMULATIVE', 'Medical staff the source says were killed since the beginning of the period', 'أفراد الطواقم الطبية الذين يذكر المصدر أنهم قُتلوا منذ بداية الفترة'),
('PRESS_KILLED_CUMULATIVE', 0, 'PRESS_KILLED_CUMULATIVE', 'Journalists the source says were killed since the beginning of the period', 'الصحفيون الذين يذكر المصدر أنهم قُتلوا منذ بداية الفترة'),
('CIVIL_DEFENCE_KILLED_CUMULATIVE', 0, 'CIVIL_DEFENCE_KILLED_CUMULATIVE', 'Civil defence staff the source says were killed since the beginning of the period', 'أفراد الدفاع المدني الذين يذكر المصدر أنهم قُتلوا منذ بداية الفترة'),
('FAMINE_DEATHS_CUMULATIVE', 0, 'FAMINE_DEATHS_CUMULATIVE', 'Deaths the source attributes to famine and malnutrition since the beginning of the period', 'الوفيات التي ينسبها المصدر إلى المجاعة وسوء التغذية منذ بداية الفترة'),
('AID_SEEKERS_KILLED_CUMULATIVE', 0, 'AID_SEEKERS_KILLED_CUMULATIVE', 'People the source says were killed while seeking aid since the beginning of the period', 'الأشخاص الذين يذكر المصدر أنهم قُتلوا أثناء طلب المساعدات منذ بداية الفترة'),
('AID_SEEKERS_INJURED_CUMULATIVE', 0, 'AID_SEEKERS_INJURED_CUMULATIVE', 'People the source says were injured while seeking aid since the beginning of the period', 'الأشخاص الذين يذكر المصدر أنهم أُصيبوا أثناء طلب المساعدات منذ بداية الفترة'),
('SETTLER_ATTACKS_CUMULATIVE', 0, 'SETTLER_ATTACKS_CUMULATIVE', 'Attacks the source attributes to settlers since the beginning of the period', 'الهجمات التي ينسبها المصدر إلى المستوطنين منذ بداية الفترة'),
('PEOPLE_DISPLACED_CUMULATIVE', 0, 'PEOPLE_DISPLACED_CUMULATIVE', 'People the source says were displaced since the beginning of the period', 'الأشخاص الذين يذكر المصدر أنهم هُجّروا منذ بداية الفترة'),
('HOUSEHOLDS_DISPLACED_CUMULATIVE', 0, 'HOUSEHOLDS_DISPLACED_CUMULATIVE', 'Households the source says were displaced since the beginning of the period', 'الأسر التي يذكر المصدر أنها هُجّرت منذ بداية الفترة'),
('HOUSING_UNITS_DESTROYED', 0, 'HOUSING_UNITS_DESTROYED', 'Housing units the source says were destroyed since the beginning of the period', 'الوحدات السكنية التي يذكر المصدر أنها دُمّرت منذ بداية الفترة'),
('CIVIC_BUILDINGS_DESTROYED', 0, 'CIVIC_BUILDINGS_DESTROYED', 'Civic buildings the source says were destroyed since the beginning of the period', 'المباني العامة التي يذكر المصدر أنها دُمّرت منذ بداية الفترة'),
('EDUCATION_BUILDINGS_DESTROYED', 0, 'EDUCATION_BUILDINGS_DESTROYED', 'Educational buildings the source says were destroyed since the beginning of the period', 'المباني التعليمية التي يذكر المصدر أنها دُمّرت منذ بداية الفترة'),
('EDUCATION_BUILDINGS_DAMAGED', 0, 'EDUCATION_BUILDINGS_DAMAGED', 'Educational buildings the source says were damaged since the beginning of the period', 'المباني التعليمية التي يذكر المصدر أنها تضررت منذ بداية الفترة'),
('MOSQUES_DESTROYED', 0, 'MOSQUES_DESTROYED', 'Mosques the source says were destroyed since the beginning of the period', 'المساجد التي يذكر المصدر أنها دُمّرت منذ بداية الفترة'),
('MOSQUES_DAMAGED', 0, 'MOSQUES_DAMAGED', 'Mosques the source says were damaged since the beginning of the period', 'المساجد التي يذكر المصدر أنها تضررت منذ بداية الفترة'),
('CHURCHES_DESTROYED', 0, 'CHURCHES_DESTROYED', 'Churches the source says were destroyed since the beginning of the period', 'الكنائس التي يذكر المصدر أنها دُمّرت منذ بداية الفترة'),
('IDPS_PRESENT', 0, 'IDPS_PRESENT', 'Displaced people present in an area as one record of the source counts them, by reason of displacement and, where stated, by area of origin. An area may have several records of a date; they are parts, and none is a total', 'النازحون الموجودون في منطقة كما يعدّهم سجل واحد لدى المصدر، بحسب سبب النزوح ومنطقة الأصل إن ذُكرت. وقد تكون للمنطقة سجلات عدة في تاريخ واحد؛ وهي أجزاء وليس أي منها مجموعًا'),
('DISPLACEMENTS', 0, 'DISPLACEMENTS', 'Displacements in a period, as the source counts them; a person displaced twice counts twice', 'حالات النزوح خلال فترة كما يعدّها المصدر؛ ومن ينزح مرتين يُحسب مرتين'),
('PEOPLE_IN_NEED', 0, 'PEOPLE_IN_NEED', 'People the source says need humanitarian assistance, over all sectors', 'الأشخاص الذين يذكر المصدر أنهم بحاجة إلى مساعدة إنسانية، في جميع القطاعات'),
('PEOPLE_TARGETED', 0, 'PEOPLE_TARGETED', 'People that humanitarian organisations plan to assist, over all sectors', 'الأشخاص الذين تخطط المنظمات الإنسانية لمساعدتهم، في جميع القطاعات'),
('PEOPLE_REACHED', 0, 'PEOPLE_REACHED', 'People that humanitarian organisations reached, over all sectors', 'الأشخاص الذين وصلت إليهم المنظمات الإنسانية، في جميع القطاعات')
) as d (indicator, position, code, text_en, text_ar)
join indicator i on i.code = d.indicator
order by i.revision_id, d.position;

-- OCHA's verified figures of the West Bank are not those of its flash updates, and a series never mixes them.
insert into indicator_definition (indicator_revision_id, position, code, text_en, text_ar)
select i.revision_id, (select max(position) + 1 from indicator_definition o where o.indicator_revision_id = i.revision_id),
    'OCHA_VERIFIED', d.text_en, d.text_ar
from (values
('KILLED_DAILY', 'People killed in the West Bank on one day, as verified by OCHA', 'القتلى في الضفة الغربية في يوم واحد، كما تحققت منهم أوتشا'),
('INJURED_DAILY', 'People injured in the West Bank on one day, as verified by OCHA', 'الجرحى في الضفة الغربية في يوم واحد، كما تحققت منهم أوتشا')
) as d (indicator, text_en, text_ar)
join indicator i on i.code = d.indicator and i.superseded_at is null;
