create table agreement.meeting (
    id text primary key,
    ord integer not null,
    level text not null check (level in ('A', 'B', 'C')),
    themes text[] not null,
    countries text[] not null,
    body jsonb not null
);
create table agreement.document (
    id text primary key,
    ord integer not null,
    level text not null check (level in ('A', 'B', 'C')),
    themes text[] not null,
    countries text[] not null,
    body jsonb not null
);
create table agreement.commitment (
    id text primary key,
    ord integer not null,
    level text not null check (level in ('A', 'B', 'C')),
    themes text[] not null,
    countries text[] not null,
    body jsonb not null
);
create table agreement.claim (
    id text primary key,
    ord integer not null,
    level text not null check (level in ('A', 'B', 'C')),
    themes text[] not null,
    countries text[] not null,
    body jsonb not null
);
