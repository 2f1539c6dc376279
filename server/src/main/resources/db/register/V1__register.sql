create table register.theme (
    id text primary key,
    ord integer not null,
    level text not null check (level in ('A', 'B', 'C')),
    themes text[] not null,
    countries text[] not null,
    body jsonb not null
);
create table register.country (
    id text primary key,
    ord integer not null,
    level text not null check (level in ('A', 'B', 'C')),
    themes text[] not null,
    countries text[] not null,
    body jsonb not null
);
create table register.organisation (
    id text primary key,
    ord integer not null,
    level text not null check (level in ('A', 'B', 'C')),
    themes text[] not null,
    countries text[] not null,
    body jsonb not null
);
create table register.source (
    id text primary key,
    ord integer not null,
    level text not null check (level in ('A', 'B', 'C')),
    themes text[] not null,
    countries text[] not null,
    body jsonb not null
);

-- Every record of every room once more, for search and for "what else speaks of this".
create table register.catalogue (
    kind text not null,
    id text not null,
    ord integer not null,
    level text not null,
    title jsonb not null,
    themes text[] not null,
    countries text[] not null,
    disagreements integer not null,
    text_ru text not null,
    text_kk text not null,
    text_en text not null,
    search_ru tsvector not null generated always as (to_tsvector('russian', text_ru)) stored,
    search_kk tsvector not null generated always as (to_tsvector('simple', text_kk)) stored,
    search_en tsvector not null generated always as (to_tsvector('english', text_en)) stored,
    primary key (kind, id)
);
create index on register.catalogue using gin (search_ru);
create index on register.catalogue using gin (search_kk);
create index on register.catalogue using gin (search_en);
create index on register.catalogue using gin (themes);
create index on register.catalogue using gin (countries);

create table register.link (
    from_kind text not null,
    from_id text not null,
    to_kind text not null,
    to_id text not null,
    primary key (to_kind, to_id, from_kind, from_id)
);
create index on register.link (from_kind, from_id);

create table register.programme (
    one boolean primary key default true check (one),
    body jsonb not null
);
