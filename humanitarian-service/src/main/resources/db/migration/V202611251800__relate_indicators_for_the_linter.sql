-- Which indicators are reckoned from which. A figure is held against others of the same originator, area, period, hazard
-- and part; the linter shows what does not add up and changes nothing.
create table indicator_term (
    indicator text not null,
    role text not null,
    term text not null,
    position int not null default 0,
    primary key (indicator, role, position),
    constraint indicator_term_role_is_known check (role in ('NUMERATOR', 'DENOMINATOR', 'TOTAL', 'PART')),
    constraint indicator_term_has_parts_only_several check (role = 'PART' or position = 0),
    constraint indicator_term_is_another check (term <> indicator)
);
comment on column indicator_term.role is
    'of a percentage NUMERATOR and DENOMINATOR, of a rate per day the TOTAL of its period, of a total each PART';

insert into indicator_term (indicator, role, term, position) values
('TRUCKS_COMPLIANCE_PCT', 'NUMERATOR', 'TRUCKS_ENTERED', 0),
('TRUCKS_COMPLIANCE_PCT', 'DENOMINATOR', 'TRUCKS_EXPECTED', 0),
('FUEL_TRUCKS_COMPLIANCE_PCT', 'NUMERATOR', 'FUEL_TRUCKS_ENTERED', 0),
('FUEL_TRUCKS_COMPLIANCE_PCT', 'DENOMINATOR', 'FUEL_TRUCKS_EXPECTED', 0),
('TRUCKS_PER_DAY_AVERAGE', 'TOTAL', 'TRUCKS_ENTERED', 0),
('STRUCTURES_DAMAGED_ANY', 'PART', 'STRUCTURES_DESTROYED', 0),
('STRUCTURES_DAMAGED_ANY', 'PART', 'STRUCTURES_DAMAGED_SEVERE', 1),
('STRUCTURES_DAMAGED_ANY', 'PART', 'STRUCTURES_DAMAGED_MODERATE', 2),
('STRUCTURES_DAMAGED_ANY', 'PART', 'STRUCTURES_DAMAGED_POSSIBLE', 3);
