/** Pictures of statements by the SHA-256 of their bytes, and which of them a release carries. */

/** What a release carries can neither be changed nor deleted; a picture's bytes never change at all. [REL3] */
export const pictures = `
create table picture (
  statement_id uuid not null references statement,
  asset text not null check (asset ~ '^[0-9a-f]{64}$'),
  type text not null check (type in ('image/jpeg', 'image/png')),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  bytes bytea not null,
  kept_at timestamptz not null,
  primary key (statement_id, asset)
);
alter table picture alter column bytes set storage external;
create index picture_asset on picture (asset);

create table release_picture (
  release_id uuid not null references release,
  statement_id uuid not null,
  asset text not null,
  primary key (release_id, asset),
  foreign key (statement_id, asset) references picture (statement_id, asset)
);
create index release_picture_asset on release_picture (asset);

create trigger release_picture_unchanged before update or delete or truncate on release_picture
  for each statement execute function refuse_change();
create trigger picture_unchanged before update of statement_id, asset, type, width, height, bytes on picture
  for each statement execute function refuse_change();
`
