-- A change that somebody proposed and that others have to approve. Before and after hold the inputs that differ.
create table programme.proposal (
    id bigint generated always as identity primary key,
    kind text not null,
    record text not null,
    adding boolean not null,
    account bigint not null,
    who text not null,
    role text not null,
    country text,
    organisation text,
    at timestamptz not null default now(),
    why text not null,
    before jsonb not null,
    after jsonb not null,
    countries text[] not null,
    state text not null default 'pending' check (state in ('pending', 'approved', 'rejected', 'withdrawn')),
    decided_at timestamptz,
    visibility text not null
);
create index on programme.proposal (kind, record);
create index on programme.proposal (state);

create table programme.decision (
    proposal bigint not null references programme.proposal,
    account bigint not null,
    who text not null,
    role text not null,
    country text,
    at timestamptz not null default now(),
    approved boolean not null,
    why text not null,
    visibility text not null,
    primary key (proposal, account)
);
