-- All records of a file are seen by the same people, and so is the file. "base" is what was last loaded from a folder:
-- where it differs from the content, somebody edited in the browser; a file without content was taken out there.
alter table programme.file add visibility text not null default 'public';
alter table programme.file alter visibility drop default;
alter table programme.file add base bytea;
update programme.file set base = content;
alter table programme.file alter content drop not null;
