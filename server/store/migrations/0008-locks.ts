/** Drafts that are locked: nobody writes in them until a co-ordinator unlocks them. [SAFE3] [SAFE7] */

/**
 * Whoever has a part in the coalition may do something else from then on: what was let in before and
 * has not been stored is asked for again.
 */
export const locks = `
alter table statement add column locked_at timestamptz;

create function draft_locked() returns trigger language plpgsql as $$
begin
  update person set access_changes = access_changes + 1
  where id in (select person_id from person_role where coalition_id = new.coalition_id);
  return null;
end $$;
create trigger draft_locked after update of locked_at on statement
  for each row when (old.locked_at is distinct from new.locked_at)
  execute function draft_locked();
`
