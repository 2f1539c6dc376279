create table access.account (
    id bigint generated always as identity primary key,
    name text not null unique check (name ~ '^[a-z0-9][a-z0-9._@+-]{1,99}$'),
    display text not null,
    role text not null check (role in ('administrator', 'secretariat', 'focal-point', 'partner', 'hydromet-operator', 'reader')),
    country text check (country ~ '^[A-Z]{3}$'),
    organisation text,
    service text,
    password text,
    must_change boolean not null default false,
    totp_secret text,
    totp_step bigint,
    issuer text,
    subject text,
    disabled_at timestamptz,
    created_at timestamptz not null default now(),
    unique (issuer, subject),
    check (role <> 'focal-point' or country is not null),
    check (role <> 'partner' or organisation is not null),
    check (role <> 'hydromet-operator' or service is not null)
);

-- The cookie is never kept, only its SHA-256.
create table access.session (
    hash bytea primary key,
    account bigint not null references access.account on delete cascade,
    stage text not null check (stage in ('password', 'enrol', 'code', 'full')),
    enrolling text,
    created_at timestamptz not null default now(),
    seen_at timestamptz not null default now(),
    expires_at timestamptz not null,
    address text not null
);
create index on access.session (account);

create table access.token (
    id bigint generated always as identity primary key,
    account bigint not null references access.account on delete cascade,
    name text not null,
    beginning text not null,
    hash bytea not null unique,
    scopes text[] not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    revoked_at timestamptz,
    used_at timestamptz
);
create index on access.token (account);

-- Failed attempts by what they are counted for; the key is a SHA-256, so that no mistyped password or name is kept.
create table access.attempt (
    key bytea primary key,
    failures integer not null,
    last_at timestamptz not null,
    blocked_until timestamptz not null
);

-- A browser in which an account signed in before: others' failures do not lock it out.
create table access.device (
    hash bytea primary key,
    account bigint not null references access.account on delete cascade,
    seen_at timestamptz not null default now()
);
create index on access.device (account);

-- The trail. Each row carries the hash of the row before it; rows are chained by the database, whoever inserts them.
create table access.audit (
    seq bigint primary key,
    at timestamptz not null,
    account bigint,
    who text not null,
    means text not null,
    address text not null,
    action text not null,
    what text not null,
    record text not null,
    before text,
    after text,
    why text not null,
    visibility text not null,
    previous bytea not null,
    hash bytea not null
);
create index on access.audit (what, record);
create table access.audit_end (
    one boolean primary key default true check (one),
    seq bigint not null,
    hash bytea not null
);
insert into access.audit_end (seq, hash) values (0, sha256(''::bytea));

-- A field as its length in bytes, a colon and its text; an absent one as a hyphen. No two rows give the same text.
create function access.audit_field(value text) returns text language sql immutable as
    $$ select case when value is null then '-' else octet_length(convert_to(value, 'UTF8')) || ':' || value end $$;

create function access.audit_hash(r access.audit) returns bytea language sql stable as $$
    select sha256(r.previous || convert_to(
        access.audit_field(r.seq::text)
        || access.audit_field(to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
        || access.audit_field(r.account::text) || access.audit_field(r.who) || access.audit_field(r.means)
        || access.audit_field(r.address) || access.audit_field(r.action) || access.audit_field(r.what)
        || access.audit_field(r.record) || access.audit_field(r.before) || access.audit_field(r.after)
        || access.audit_field(r.why) || access.audit_field(r.visibility), 'UTF8')) $$;

create function access.audit_chain() returns trigger language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
declare
    behind access.audit_end;
begin
    select * into behind from access.audit_end for update; -- one row after another, in one order
    new.seq := behind.seq + 1;
    new.at := clock_timestamp();
    new.previous := behind.hash;
    new.hash := access.audit_hash(new);
    update access.audit_end set seq = new.seq, hash = new.hash;
    return new;
end $$;
create trigger chain before insert on access.audit for each row execute function access.audit_chain();

create function access.setting(name text) returns text language sql stable as
    $$ select nullif(current_setting('darya.' || name, true), '') $$;

-- Every change of a record leaves its row without any code having to remember it.
create function access.audit_record() returns trigger language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
declare
    was jsonb;
    is_now jsonb;
    seen text;
begin
    if tg_op <> 'INSERT' then was := old.body; seen := old.visibility; end if;
    if tg_op <> 'DELETE' then is_now := new.body; end if;
    if was is not distinct from is_now then return null; end if;
    -- the row holds both states, so it is seen by those only who may see both
    if tg_op <> 'DELETE' and (seen is null or seen = 'public' or (seen = 'shared' and new.visibility <> 'public')) then
        seen := new.visibility;
    end if;
    insert into access.audit (account, who, means, address, action, what, record, before, after, why, visibility)
    values (access.setting('account')::bigint, coalesce(access.setting('who'), session_user),
        coalesce(access.setting('means'), 'database'), coalesce(access.setting('address'), ''),
        case tg_op when 'INSERT' then 'add' when 'UPDATE' then 'change' else 'remove' end,
        tg_table_schema || '.' || tg_table_name, case tg_op when 'DELETE' then old.id else new.id end,
        was::text, is_now::text, coalesce(access.setting('why'), ''), seen);
    return null;
end $$;

-- What the connection may see was handed to it; where nobody did, only what is public.
create function access.sees(visibility text) returns boolean language sql stable parallel safe as $$
    select visibility = 'public' or visibility = any (string_to_array(current_setting('darya.sees', true), ','))
        or current_setting('darya.sees', true) = '*' $$;

-- Puts the guards on every table of these schemas that has a visibility, and lets the application in where it may be.
create function access.guard(application text, schemas text[]) returns void language plpgsql as $$
declare
    t record;
begin
    for t in select c.oid, n.nspname, c.relname, c.relrowsecurity,
                    exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'body' and not a.attisdropped) recorded,
                    exists (select 1 from pg_trigger g where g.tgrelid = c.oid and g.tgname = 'trail') trailed
             from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where n.nspname = any (schemas) and c.relkind in ('r', 'p')
               and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'visibility' and not a.attisdropped)
    loop
        if not t.relrowsecurity then
            execute format('alter table %I.%I enable row level security', t.nspname, t.relname);
            if t.nspname = 'access' and t.relname = 'audit' then
                create policy seen on access.audit for select using (access.sees(visibility));
                create policy written on access.audit for insert with check (true);
            else
                execute format('create policy seen on %I.%I using (access.sees(visibility))', t.nspname, t.relname);
            end if;
        end if;
        if t.recorded and not t.trailed then
            execute format('create trigger trail after insert or update or delete on %I.%I'
                || ' for each row execute function access.audit_record()', t.nspname, t.relname);
        end if;
    end loop;
    for t in select unnest(schemas) as name loop
        execute format('grant usage on schema %I to %I', t.name, application);
        execute format('grant select, insert, update, delete on all tables in schema %I to %I', t.name, application);
        execute format('grant usage, select on all sequences in schema %I to %I', t.name, application);
        execute format('revoke all on %I.migration from %I', t.name, application);
        if to_regclass(quote_ident(t.name) || '.migrated') is not null then
            execute format('revoke all on %I.migrated from %I', t.name, application);
        end if;
    end loop;
    execute format('revoke all on access.audit, access.audit_end from %I', application);
    execute format('grant select, insert on access.audit to %I', application);
    execute format('grant select on access.audit_end to %I', application);
end $$;
revoke execute on function access.guard(text, text[]) from public;
