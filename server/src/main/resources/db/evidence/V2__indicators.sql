-- What comes with a programme, and what is computed from it.
alter table evidence.import add column dataset text;

create table evidence.dataset (
    id text primary key,
    ord integer not null,
    body jsonb not null
);

-- The bytes of a dataset that were imported last; they are not imported again while they stay the same.
create table evidence.dataset_import (
    dataset text primary key,
    office text not null,
    sha256 text not null,
    import bigint not null references evidence.import
);
create table evidence.dataset_series (
    dataset text not null references evidence.dataset_import,
    series text not null references evidence.series,
    primary key (dataset, series)
);
create index on evidence.dataset_series (series);

create table evidence.member (
    dimension text not null,
    code text not null,
    ord integer not null,
    body jsonb not null,
    primary key (dimension, code)
);

create table evidence.indicator (
    id text primary key,
    ord integer not null,
    level text not null check (level in ('A', 'B', 'C')),
    themes text[] not null,
    countries text[] not null,
    body jsonb not null
);

-- Values as they were computed once. Versions are never changed and never deleted, so that a link to one stays good.
create table evidence.version (
    indicator text not null,
    id text not null,
    computed_at timestamptz not null default now(),
    method text not null,
    method_version integer not null,
    unit text not null,
    declaration jsonb not null,
    notes jsonb not null,
    primary key (indicator, id)
);
create table evidence.line (
    indicator text not null,
    version text not null,
    nr integer not null,
    key jsonb not null,
    country text,
    aggregate boolean not null,
    points jsonb not null,
    used jsonb not null,
    primary key (indicator, version, nr),
    foreign key (indicator, version) references evidence.version
);
create index on evidence.line (country);

create table evidence.current_version (
    indicator text primary key,
    version text not null,
    foreign key (indicator, version) references evidence.version
);

-- The last import that the current versions know of: where there is a newer one, they are computed again.
create table evidence.computed (
    one boolean primary key default true check (one),
    import bigint not null
);
