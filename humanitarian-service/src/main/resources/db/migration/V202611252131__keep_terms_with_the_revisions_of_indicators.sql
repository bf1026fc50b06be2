-- What an indicator is reckoned from is set over the API now and belongs to its revision: a finding of back then follows from
-- the terms of back then.
create table indicator_revision_term (
    indicator_revision_id bigint not null references indicator (revision_id),
    role text not null,
    term text not null,
    position int not null,
    constraint indicator_revision_term_is_unique primary key (indicator_revision_id, role, position),
    constraint indicator_revision_term_role_is_known check (role in ('NUMERATOR', 'DENOMINATOR', 'TOTAL', 'PART')),
    constraint indicator_revision_term_has_parts_only_several check (role = 'PART' or position = 0)
);
comment on column indicator_revision_term.role is
    'of a percentage NUMERATOR and DENOMINATOR, of a rate per day the TOTAL of its period, of a total each PART';

insert into indicator_revision_term (indicator_revision_id, role, term, position)
select i.revision_id, t.role, t.term, t.position from indicator i join indicator_term t on t.indicator = i.code;

drop table indicator_term;
