-- Who may see a record: 'public', 'shared' or 'national XXX'. It follows from the record itself, so that no code can forget it.
alter table register.theme add visibility text not null generated always as (coalesce(body ->> 'visibility', 'public')) stored;
alter table register.country add visibility text not null generated always as (coalesce(body ->> 'visibility', 'public')) stored;
alter table register.organisation add visibility text not null generated always as (coalesce(body ->> 'visibility', 'public')) stored;
alter table register.source add visibility text not null generated always as (coalesce(body ->> 'visibility', 'public')) stored;

-- What is written of a record elsewhere is seen by those who see the record.
alter table register.catalogue add visibility text not null default 'public';
alter table register.catalogue alter visibility drop default;
alter table register.link add visibility text not null default 'public';
alter table register.link alter visibility drop default;
