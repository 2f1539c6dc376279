alter table action.initiative add visibility text not null generated always as (coalesce(body ->> 'visibility', 'public')) stored;
alter table action.project add visibility text not null generated always as (coalesce(body ->> 'visibility', 'public')) stored;
