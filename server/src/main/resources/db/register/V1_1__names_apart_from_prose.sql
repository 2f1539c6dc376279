-- Ids, addresses and proper names are found like words, but an excerpt shows prose only.
alter table register.catalogue add column names text not null default '';
alter table register.catalogue drop column search_ru, drop column search_kk, drop column search_en;
alter table register.catalogue
    add column search_ru tsvector not null generated always as (to_tsvector('russian', text_ru || ' ' || names)) stored,
    add column search_kk tsvector not null generated always as (to_tsvector('simple', text_kk || ' ' || names)) stored,
    add column search_en tsvector not null generated always as (to_tsvector('english', text_en || ' ' || names)) stored;
create index on register.catalogue using gin (search_ru);
create index on register.catalogue using gin (search_kk);
create index on register.catalogue using gin (search_en);
