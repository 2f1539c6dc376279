create table action.initiative (
    id text primary key,
    ord integer not null,
    level text not null check (level in ('A', 'B', 'C')),
    themes text[] not null,
    countries text[] not null,
    body jsonb not null
);
create table action.project (
    id text primary key,
    ord integer not null,
    level text not null check (level in ('A', 'B', 'C')),
    themes text[] not null,
    countries text[] not null,
    body jsonb not null
);
