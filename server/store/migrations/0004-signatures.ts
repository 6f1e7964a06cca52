/** Signing links, signatures, and the appended history of each organisation's answer. [SIGN2] [SIGN4] */

/**
 * A signature keeps the organisation's names as they were when it signed. Its row never changes, but for `ended_at`: set once when it is withdrawn or refused, so
 * that the unique index holds for the one signature that counts.
 */
export const signatures = `
create table signing_invitation (
  id uuid primary key,
  statement_id uuid not null references statement,
  organisation_id uuid not null references organisation,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  created_by uuid not null references person,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create unique index signing_invitation_live on signing_invitation (statement_id, organisation_id)
  where revoked_at is null;

create table signature (
  id uuid primary key,
  release_id uuid not null references release,
  organisation_id uuid not null references organisation,
  invitation_id uuid not null references signing_invitation,
  names jsonb not null,
  country text not null,
  fingerprint text not null,
  language text not null,
  representative text not null,
  title text not null,
  signed_at timestamptz not null,
  ended_at timestamptz
);
create unique index signature_counts on signature (release_id, organisation_id)
  where ended_at is null;

create function signature_only_ends() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null or (to_jsonb(old) - 'ended_at') <> (to_jsonb(new) - 'ended_at') then
    raise exception 'a signature only ends, once' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger signature_only_ends before update on signature
  for each row execute function signature_only_ends();
create trigger signature_kept before delete or truncate on signature
  for each statement execute function refuse_change();

create table signature_event (
  id bigint generated always as identity primary key,
  release_id uuid not null references release,
  organisation_id uuid not null references organisation,
  signature_id uuid references signature,
  step text not null,
  visibility text,
  basis text,
  at timestamptz not null,
  by uuid references person
);
create index signature_event_release on signature_event (release_id, organisation_id, id);

create trigger signature_event_unchanged before update or delete or truncate on signature_event
  for each statement execute function refuse_change();
`
