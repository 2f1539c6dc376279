-- The one programme that is loaded, and the bytes it came from.
create table programme.loaded (
    one boolean primary key default true check (one),
    id text not null,
    fingerprint text not null,
    loaded_at timestamptz not null default now()
);
create table programme.file (
    path text primary key,
    content bytea not null
);
