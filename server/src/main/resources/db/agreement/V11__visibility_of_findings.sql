-- What is found of a claim or commitment is seen by those who see the record.
alter table agreement.finding add visibility text not null default 'public';
alter table agreement.finding alter visibility drop default;
