alter table agreement.meeting add visibility text not null generated always as (coalesce(body ->> 'visibility', 'public')) stored;
alter table agreement.document add visibility text not null generated always as (coalesce(body ->> 'visibility', 'public')) stored;
alter table agreement.commitment add visibility text not null generated always as (coalesce(body ->> 'visibility', 'public')) stored;
alter table agreement.claim add visibility text not null generated always as (coalesce(body ->> 'visibility', 'public')) stored;
