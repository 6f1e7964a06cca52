/** Releases and what became of them; neither can be changed or deleted once written. [REL3] */

export const releases = `
create table release (
  id uuid primary key,
  statement_id uuid not null references statement,
  number integer not null check (number > 0),
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  canonical text not null,
  frozen_at timestamptz not null,
  frozen_by uuid not null references person,
  unique (statement_id, number)
);

create table release_event (
  id bigint generated always as identity primary key,
  release_id uuid not null references release,
  event text not null,
  at timestamptz not null,
  by uuid not null references person,
  unique (release_id, event)
);

create table signing_key (
  coalition_id uuid primary key references coalition,
  public_key bytea not null,
  secret_key bytea not null,
  key_id bytea not null,
  created_at timestamptz not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

create trigger release_unchanged before update or delete or truncate on release
  for each statement execute function refuse_change();
create trigger release_event_unchanged before update or delete or truncate on release_event
  for each statement execute function refuse_change();
`
