-- One row to an import: what was asked for and what came of it.
create table evidence.import (
    id bigint generated always as identity primary key,
    format text not null,
    office text not null,
    licence text,
    source text,
    imported_at timestamptz not null default now(),
    files integer not null default 0,
    unread integer not null default 0,
    series bigint not null default 0,
    added bigint not null default 0,
    changed bigint not null default 0,
    unchanged bigint not null default 0,
    rejected bigint not null default 0
);

-- The bytes as they came, once for each content however often it is imported.
create table evidence.original (
    sha256 text primary key,
    size bigint not null,
    content bytea not null
);
create table evidence.import_file (
    import bigint not null references evidence.import,
    nr integer not null,
    path text not null,
    sha256 text not null references evidence.original,
    companion boolean not null,
    unread boolean not null default false,
    primary key (import, nr)
);

create table evidence.series (
    id text primary key,
    office text not null,
    indicator text not null,
    dimensions jsonb not null,
    unit text,
    titles jsonb not null
);
create index on evidence.series (indicator, office);

-- What holds now. A value that is missing has a status that says so and no number.
create table evidence.value (
    series text not null references evidence.series,
    period text not null,
    first_day date not null,
    last_day date not null,
    value numeric,
    power smallint not null,
    status text not null check (status in ('observed', 'estimated', 'imputed', 'not-reported', 'not-applicable')),
    flag text,
    footnote text,
    import bigint not null references evidence.import,
    file integer not null,
    line bigint not null,
    primary key (series, period),
    foreign key (import, file) references evidence.import_file,
    check ((value is null) = (status in ('not-reported', 'not-applicable')))
);

-- What held before, with the import it came from and the import that replaced it.
create table evidence.former_value (
    series text not null references evidence.series,
    period text not null,
    first_day date not null,
    last_day date not null,
    value numeric,
    power smallint not null,
    status text not null,
    flag text,
    footnote text,
    import bigint not null references evidence.import,
    file integer not null,
    line bigint not null,
    replaced_by bigint not null references evidence.import,
    primary key (series, period, replaced_by)
);

create table evidence.rejected (
    import bigint not null references evidence.import,
    nr bigint not null,
    file integer not null,
    line bigint not null,
    col integer,
    reason text not null,
    maybe text not null,
    primary key (import, nr),
    foreign key (import, file) references evidence.import_file
);
