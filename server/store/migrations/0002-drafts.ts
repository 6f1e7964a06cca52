/** The log of each draft, its snapshots, and who first used each client id. */

/**
 * `draft_update` is the hot path: a foreign key would lock and rewrite the statement's row with
 * every keystroke, so it has none. Statements with a draft are never deleted.
 */
export const drafts = `
create table draft_update (
  id bigint generated always as identity primary key,
  statement_id uuid not null,
  person_id uuid,
  at timestamptz not null,
  bytes bytea not null
);
create index draft_update_statement on draft_update (statement_id, id);

create table draft_snapshot (
  statement_id uuid not null,
  position bigint not null,
  bytes bytea not null,
  primary key (statement_id, position)
);

create table draft_client (
  statement_id uuid not null,
  client_id bigint not null,
  person_id uuid,
  primary key (statement_id, client_id)
);
`
