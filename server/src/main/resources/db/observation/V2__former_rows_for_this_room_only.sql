-- Former rows hold what national and shared ones said, and no column tells whose they were. Only this room's own connections,
-- whose statements carry the caller's rights, may read and write them; every other connection finds the table empty.
alter table observation.former enable row level security;
create policy room on observation.former using (current_setting('darya.sees', true) = '*');
