/** Coalitions, people, their sessions and roles, and the links that bring them in. */

export const people = `
create table coalition (
  id uuid primary key,
  names jsonb not null,
  languages text[] not null,
  created_at timestamptz not null
);

create table person (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null
);

create table session (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  token_hash bytea not null unique,
  expires_at timestamptz not null
);
create index session_person on session (person_id);

create table claim (
  id uuid primary key,
  token_hash bytea not null unique,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table sign_in_link (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  token_hash bytea not null unique,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);

create table statement (
  id uuid primary key,
  coalition_id uuid not null references coalition,
  symbol text not null,
  slug text not null unique,
  kind text not null,
  languages text[] not null,
  addressees jsonb not null,
  titles jsonb not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (coalition_id, symbol)
);

create table person_role (
  coalition_id uuid not null references coalition,
  person_id uuid not null references person,
  statement_id uuid references statement,
  role text not null,
  unique nulls not distinct (coalition_id, person_id, statement_id)
);
create index person_role_person on person_role (person_id);

create table invitation (
  id uuid primary key,
  coalition_id uuid not null references coalition,
  statement_id uuid references statement,
  role text not null,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index invitation_coalition on invitation (coalition_id);

create table organisation (
  id uuid primary key,
  coalition_id uuid not null references coalition,
  names jsonb not null,
  country text not null,
  website text,
  created_at timestamptz not null
);
create index organisation_coalition on organisation (coalition_id);
`
