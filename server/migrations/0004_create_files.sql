create schema files;

create table files.file (
  file_id uuid primary key,
  owner_id uuid not null,
  name text not null,
  content_type text not null,
  bytes integer not null constraint file_size check (bytes > 0),
  received integer not null default 0,
  blob text,
  began_at timestamptz not null,
  completed_at timestamptz,
  constraint file_is_whole check (completed_at is null or (received = bytes and blob is not null))
);
create index file_by_owner on files.file (owner_id, began_at desc);

-- Which branch may read a file, because it holds a case the file belongs to.
create table files.reader (
  file_id uuid not null constraint reader_file references files.file,
  branch text not null,
  primary key (file_id, branch)
);

-- A paper is sealed with all its facts in the transaction of the act it tells of; its PDF is printed once, after.
create table files.paper (
  paper_id uuid primary key,
  owner_id uuid not null,
  code text not null constraint paper_code_once unique,
  kind text not null,
  title jsonb not null,
  number text not null,
  issuer text not null,
  issued_on date not null,
  valid_until date,
  state text not null constraint paper_state check (state in ('valid', 'revoked', 'replaced')),
  facts jsonb not null,
  page jsonb not null,
  demo boolean not null,
  made_at timestamptz not null,
  blob text,
  sha256 text
);
create index paper_by_owner on files.paper (owner_id, made_at desc);
