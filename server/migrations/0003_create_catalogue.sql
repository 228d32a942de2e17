create schema catalogue;

-- An edition is either a master (its text) or a city's copy of one: the master it stands on and the local fields.
create table catalogue.edition (
  edition_id uuid primary key,
  item text not null,
  division text not null,
  number integer not null constraint edition_number_positive check (number > 0),
  hash text not null,
  effective_from date not null,
  folder jsonb,
  master_id uuid constraint edition_master references catalogue.edition,
  local jsonb,
  published_at timestamptz not null,
  constraint edition_number_once unique (item, division, number),
  constraint edition_is_master_or_local check ((folder is null) = (master_id is not null))
);
create index edition_in_force on catalogue.edition (item, division, effective_from desc, number desc);
