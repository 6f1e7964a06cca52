/** How often what a person may do has changed, counted in the transaction that changes it. [SAFE3] */

/**
 * Triggers count, so that nothing that changes a role or ends a session can forget to. Whatever is
 * appended to a draft names the count under which its author was let in.
 */
export const accessChanges = `
alter table person add column access_changes integer not null default 0;

create function access_changed() returns trigger language plpgsql as $$
begin
  update person set access_changes = access_changes + 1
  where id = coalesce(new.person_id, old.person_id);
  return null;
end $$;
create trigger access_changed after insert or update or delete on person_role
  for each row execute function access_changed();
create trigger access_changed after delete on session
  for each row execute function access_changed();
`
