/** History in packs, and what a snapshot covers of each client, so that a text can be sent without being read. */

/** `since` and `until` are the times of a pack's oldest and newest entry. */
export const history = `
create table draft_history (
  statement_id uuid not null,
  first bigint not null,
  last bigint not null,
  since timestamptz not null,
  until timestamptz not null,
  bytes bytea not null,
  primary key (statement_id, last)
);
alter table draft_history alter column bytes set storage external;

alter table draft_snapshot add column state_vector bytea;
alter table draft_snapshot add column deflated boolean not null default false;
alter table draft_snapshot alter column bytes set storage external;
`
