-- A definition is kept in versions: a change of method starts a new one with the day from which figures follow it, and the
-- earlier ones stay. The first version of a definition has no such day: it holds for everything before.
alter table indicator
    add column cluster text,
    add column revision_note text,
    add column recorded_by text,
    add constraint indicator_cluster_is_known check (cluster in ('EDUCATION', 'FOOD_SECURITY', 'HEALTH', 'LOGISTICS', 'NUTRITION', 'PROTECTION',
        'SHELTER', 'SITE_MANAGEMENT', 'TELECOMMUNICATIONS', 'WASH')),
    -- Not valid for what was recorded before: a catalogue that has such an indicator must still start.
    add constraint indicator_sum_is_of_a_flow check (aggregation <> 'SUM' or kind = 'FLOW') not valid;

alter table indicator_definition
    add column version int not null default 1,
    add column valid_from date,
    -- what is divided by what, where the figure is a share or an average
    add column numerator_en text,
    add column numerator_ar text,
    add column denominator_en text,
    add column denominator_ar text,
    -- what changed against the version before
    add column change_en text,
    add column change_ar text,
    drop constraint indicator_definition_code_is_unique,
    add constraint indicator_definition_version_is_unique unique (indicator_revision_id, code, version),
    add constraint indicator_definition_version_counts_from_one check (version >= 1),
    add constraint indicator_definition_change_has_its_day check ((version = 1) = (valid_from is null)),
    add constraint indicator_definition_change_is_told check ((version = 1) = (change_en is null)),
    add constraint indicator_definition_divides_something check ((numerator_en is null) = (denominator_en is null));

-- Which cluster of the humanitarian response follows an indicator. Deaths and people affected are followed by several.
update indicator i set cluster = c.cluster
from (values
    ('BUILDINGS_COLLAPSED', 'SHELTER'), ('TENTS_DAMAGED', 'SHELTER'), ('HOUSEHOLDS_FLOODED', 'SHELTER'), ('STRUCTURES_DESTROYED_PCT', 'SHELTER'),
    ('STRUCTURES_DAMAGED_ANY_PCT', 'SHELTER'), ('STRUCTURES_DAMAGED_SEVERE_PCT', 'SHELTER'), ('STRUCTURES_DAMAGED_MODERATE_PCT', 'SHELTER'),
    ('STRUCTURES_DAMAGED_POSSIBLE_PCT', 'SHELTER'), ('STRUCTURES_DESTROYED', 'SHELTER'), ('STRUCTURES_DAMAGED_SEVERE', 'SHELTER'),
    ('STRUCTURES_DAMAGED_MODERATE', 'SHELTER'), ('STRUCTURES_DAMAGED_POSSIBLE', 'SHELTER'), ('STRUCTURES_DAMAGED_ANY', 'SHELTER'),
    ('HOUSING_UNITS_DAMAGED', 'SHELTER'), ('SHELTER_PEOPLE_ALL', 'SHELTER'), ('SHELTER_PEOPLE_TENTS', 'SHELTER'),
    ('SHELTER_PEOPLE_OVERCROWDED', 'SHELTER'), ('SHELTER_SITES', 'SITE_MANAGEMENT'), ('SITES_AT_FLOOD_RISK', 'SITE_MANAGEMENT'),
    ('PEOPLE_AT_FLOOD_RISK', 'SITE_MANAGEMENT'), ('POPULATION_MOVEMENTS', 'SITE_MANAGEMENT'), ('TRUCKS_ENTERED', 'LOGISTICS'),
    ('TRUCKS_EXPECTED', 'LOGISTICS'), ('TRUCKS_COMPLIANCE_PCT', 'LOGISTICS'), ('TRUCKS_ENTERED_DAILY', 'LOGISTICS'),
    ('TRUCKS_PER_DAY_AVERAGE', 'LOGISTICS'), ('FUEL_TRUCKS_ENTERED', 'LOGISTICS'), ('FUEL_TRUCKS_EXPECTED', 'LOGISTICS'),
    ('FUEL_TRUCKS_COMPLIANCE_PCT', 'LOGISTICS'), ('AID_TONNES_PER_DAY_AVERAGE', 'LOGISTICS'), ('KILLED_DAILY', 'PROTECTION'),
    ('INJURED_DAILY', 'PROTECTION')
) as c (code, cluster)
where c.code = i.code;

-- PRESS_UNDEFINED has neither, for the reports do not say.
update indicator_definition d
set numerator_en = r.numerator_en, numerator_ar = r.numerator_ar, denominator_en = r.denominator_en, denominator_ar = r.denominator_ar
from (values
    ('STRUCTURES_DESTROYED_PCT', 'STRUCTURES_DESTROYED_PCT', 'Structures destroyed', 'المنشآت المدمرة', 'All structures', 'جميع المنشآت'),
    ('STRUCTURES_DESTROYED_PCT', 'UNOSAT_CLASS_DESTROYED', 'Structures of the class "destroyed"', 'المنشآت في فئة «مدمرة»', 'All structures in the baseline of UNOSAT', 'جميع المنشآت في خط الأساس لدى يونوسات'),
    ('STRUCTURES_DESTROYED_PCT', 'SHARE_OF_DAMAGED', 'Structures destroyed', 'المنشآت المدمرة', 'Structures damaged in any class', 'المنشآت المتضررة بأي درجة'),
    ('STRUCTURES_DAMAGED_ANY_PCT', 'STRUCTURES_DAMAGED_ANY_PCT', 'Structures damaged in any class', 'المنشآت المتضررة بأي درجة', 'All structures', 'جميع المنشآت'),
    ('STRUCTURES_DAMAGED_ANY_PCT', 'UNOSAT_ANY_CLASS', 'Structures in any of the damage classes', 'المنشآت في أي من فئات الضرر', 'All structures in the baseline of UNOSAT', 'جميع المنشآت في خط الأساس لدى يونوسات'),
    ('STRUCTURES_DAMAGED_SEVERE_PCT', 'STRUCTURES_DAMAGED_SEVERE_PCT', 'Structures severely damaged', 'المنشآت المتضررة بشدة', 'All structures', 'جميع المنشآت'),
    ('STRUCTURES_DAMAGED_SEVERE_PCT', 'SHARE_OF_DAMAGED', 'Structures severely damaged', 'المنشآت المتضررة بشدة', 'Structures damaged in any class', 'المنشآت المتضررة بأي درجة'),
    ('STRUCTURES_DAMAGED_MODERATE_PCT', 'STRUCTURES_DAMAGED_MODERATE_PCT', 'Structures moderately damaged', 'المنشآت المتضررة بدرجة متوسطة', 'All structures', 'جميع المنشآت'),
    ('STRUCTURES_DAMAGED_MODERATE_PCT', 'SHARE_OF_DAMAGED', 'Structures moderately damaged', 'المنشآت المتضررة بدرجة متوسطة', 'Structures damaged in any class', 'المنشآت المتضررة بأي درجة'),
    ('STRUCTURES_DAMAGED_POSSIBLE_PCT', 'STRUCTURES_DAMAGED_POSSIBLE_PCT', 'Structures possibly damaged', 'المنشآت التي يحتمل تضررها', 'All structures', 'جميع المنشآت'),
    ('STRUCTURES_DAMAGED_POSSIBLE_PCT', 'SHARE_OF_DAMAGED', 'Structures possibly damaged', 'المنشآت التي يحتمل تضررها', 'Structures damaged in any class', 'المنشآت المتضررة بأي درجة'),
    ('TRUCKS_COMPLIANCE_PCT', 'TRUCKS_COMPLIANCE_PCT', 'Trucks entered', 'الشاحنات التي دخلت', 'Trucks expected', 'الشاحنات المفترض دخولها'),
    ('TRUCKS_PER_DAY_AVERAGE', 'TRUCKS_PER_DAY_AVERAGE', 'Trucks entered', 'الشاحنات التي دخلت', 'Days of the period', 'أيام الفترة'),
    ('TRUCKS_PER_DAY_AVERAGE', 'UN2720_TRACKED', 'Trucks of the UN and its partners, tracked', 'شاحنات الأمم المتحدة وشركائها المتتبعة', 'Days of the period', 'أيام الفترة'),
    ('FUEL_TRUCKS_COMPLIANCE_PCT', 'FUEL_TRUCKS_COMPLIANCE_PCT', 'Fuel trucks entered', 'شاحنات الوقود التي دخلت', 'Fuel trucks expected', 'شاحنات الوقود المفترض دخولها'),
    ('AID_TONNES_PER_DAY_AVERAGE', 'AID_TONNES_PER_DAY_AVERAGE', 'Tonnes of aid entered', 'أطنان المساعدات التي دخلت', 'Days of the period', 'أيام الفترة'),
    ('AID_TONNES_PER_DAY_AVERAGE', 'UN2720_TRACKED', 'Tonnes of aid of the UN and its partners, tracked', 'أطنان مساعدات الأمم المتحدة وشركائها المتتبعة', 'Days of the period', 'أيام الفترة')
) as r (indicator, code, numerator_en, numerator_ar, denominator_en, denominator_ar), indicator i
where i.code = r.indicator and d.indicator_revision_id = i.revision_id and d.code = r.code;
