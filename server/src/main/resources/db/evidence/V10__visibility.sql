-- Values of an indicator are seen by those who see its declaration.
alter table evidence.indicator add visibility text not null generated always as (coalesce(body ->> 'visibility', 'public')) stored;
alter table evidence.version add visibility text not null default 'public';
alter table evidence.line add visibility text not null default 'public';
alter table evidence.current_version add visibility text not null default 'public';
