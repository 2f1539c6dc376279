-- What was found of a claim or a commitment. A new finding does not overwrite the former one.
create table agreement.finding (
    nr bigint generated always as identity primary key,
    kind text not null check (kind in ('claims', 'commitments')),
    id text not null,
    ord integer not null,
    current boolean not null,
    content text not null,
    body jsonb not null,
    evaluated_at timestamptz not null default now()
);
create unique index on agreement.finding (kind, id) where current;
create index on agreement.finding (kind, id);
