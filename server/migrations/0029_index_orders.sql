-- 检索与查重: the words of an order, and the blocks by which orders like it are found, both as only the house can make them.
-- `scope` is the city it was told in. Apart from the rows with policies, which would keep the indexes from being used; whoever may
-- read a hit is asked of its order. A tip-off never stands here.
create table hotline.indexed (
  order_id uuid not null constraint indexed_pk primary key,
  scope text not null,
  received_on date not null,
  words tsvector not null,
  blocks integer[] not null
);
create index indexed_words on hotline.indexed using gin (words);
create index indexed_blocks on hotline.indexed using gin (blocks);
-- What is common is looked for among the newest: together with either of those above.
create index indexed_received on hotline.indexed (received_on);

create function hotline.leave_index() returns trigger
language plpgsql as $$
begin
  delete from hotline.indexed where order_id = new.order_id;
  return null;
end
$$;
create trigger order_leaves_index after update of tip_off on hotline."order"
  for each row when (new.tip_off and not old.tip_off) execute function hotline.leave_index();

-- 重建索引: under which veil the index stands, and up to which order it was made anew; one row.
create table hotline.reindexing (
  only_one boolean not null default true constraint reindexing_pk primary key constraint reindexing_only check (only_one),
  veil text not null,
  upto uuid
);

-- 更正: where somebody classified an order otherwise than the model would have; learned from, never shown.
create table hotline.correction (
  order_id uuid not null constraint correction_pk primary key,
  kind text not null,
  matter text not null,
  guessed_kind text,
  guessed_matter text,
  at timestamptz not null
);
create index correction_at on hotline.correction (at);
