-- 审计封存: every audit line becomes a leaf of one Merkle tree (RFC 6962), in the order of transactions.
create table platform.audit_leaf (
  index bigint not null,
  xid xid8 not null,
  audit_id uuid not null,
  at timestamptz not null,
  hash bytea not null constraint audit_leaf_hash check (octet_length(hash) = 32),
  constraint audit_leaf_pk primary key (index),
  constraint audit_leaf_once unique (xid, audit_id)
);
comment on table platform.audit_leaf is 'insert-only: leaves of the audit tree';

-- Only every eighth level of the tree is kept: the levels between are made again from at most 256 hashes.
create table platform.audit_node (
  level smallint not null constraint audit_node_level check (level > 0 and level % 8 = 0),
  index bigint not null,
  hash bytea not null constraint audit_node_hash check (octet_length(hash) = 32),
  constraint audit_node_pk primary key (level, index)
);
comment on table platform.audit_node is 'insert-only: inner nodes of the audit tree';

create table platform.audit_checkpoint (
  size bigint not null,
  root bytea not null constraint audit_checkpoint_root check (octet_length(root) = 32),
  at timestamptz not null,
  text text not null,
  constraint audit_checkpoint_pk primary key (size)
);
comment on table platform.audit_checkpoint is 'insert-only: signed states of the audit tree';

create trigger audit_leaf_keep_rows before update or delete on platform.audit_leaf
for each row execute function platform.refuse_change();
create trigger audit_leaf_keep_table before truncate on platform.audit_leaf
for each statement execute function platform.refuse_change();
create trigger audit_node_keep_rows before update or delete on platform.audit_node
for each row execute function platform.refuse_change();
create trigger audit_node_keep_table before truncate on platform.audit_node
for each statement execute function platform.refuse_change();
create trigger audit_checkpoint_keep_rows before update or delete on platform.audit_checkpoint
for each row execute function platform.refuse_change();
create trigger audit_checkpoint_keep_table before truncate on platform.audit_checkpoint
for each statement execute function platform.refuse_change();

-- 数据密钥: each wrapped by the key that comes from the vault secret. Key 0 is that of the first release, which was
-- derived from the secret itself; it has a row only where something had been sealed before this step.
create table platform.vault_key (
  purpose text not null constraint vault_key_purpose check (purpose in ('seal', 'index')),
  key_id smallint not null,
  suite text not null constraint vault_key_suite check (suite in ('intl', 'gm')),
  wrapped bytea,
  state text not null constraint vault_key_state check (state in ('incoming', 'active', 'retiring', 'retired')),
  made_at timestamptz not null default now(),
  retired_at timestamptz,
  constraint vault_key_pk primary key (purpose, key_id),
  constraint vault_key_is_wrapped check ((key_id = 0) = (wrapped is null))
);
create unique index vault_key_one_active on platform.vault_key (purpose) where state = 'active';

insert into platform.vault_key (purpose, key_id, suite, state)
select purpose, 0, 'intl', 'active'
from unnest(array['seal', 'index']) as purpose
where exists (select from identity.person);

-- The transaction that sealed a paper; papers from before this step have none.
alter table files.paper add column xid xid8;
alter table files.paper alter column xid set default pg_current_xact_id();
