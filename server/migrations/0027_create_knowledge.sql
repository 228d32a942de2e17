create schema knowledge;

-- 答复口径: one answer to one question, for the province or one city; its words stand in versions. `branch` is the organisation
-- that owns it; `shown` that anybody may read it now.
create table knowledge.entry (
  entry_id uuid not null constraint entry_pk primary key,
  key text constraint entry_key_once unique,
  kind text not null constraint entry_kind check (kind in ('reply', 'article')),
  origin text not null constraint entry_origin check (origin in ('written', 'content', 'edition')),
  branch text collate "C" not null,
  scope text not null constraint entry_scope check (scope ~ '^\d{2}(\d{2})?$'),
  item text,
  shown boolean not null,
  constraint entry_key_of_house check (origin = 'written' or key is not null)
);
create index entry_of_item on knowledge.entry (item, scope) where item is not null;

-- 版本: the words of an entry. Who wrote them never approves them; what the house brings itself has no authors.
create table knowledge.version (
  entry_id uuid not null constraint version_of_entry references knowledge.entry,
  version integer not null constraint version_number check (version >= 1),
  branch text collate "C" not null,
  state text not null constraint version_state check (
    state in ('draft', 'review', 'in-force', 'replaced', 'expired', 'withdrawn')
  ),
  revision integer not null,
  public boolean not null,
  title text not null,
  used_when text not null,
  text text not null,
  title_en text,
  text_en text,
  also text[] not null,
  basis text,
  valid_until date,
  edition_id uuid,
  hash text,
  author_ids uuid[] not null,
  approver_id uuid,
  note text,
  changed_at timestamptz not null,
  in_force_at timestamptz,
  ended_at timestamptz,
  constraint version_pk primary key (entry_id, version),
  constraint version_two_persons check (approver_id is null or approver_id <> all (author_ids)),
  constraint version_approved check (
    state in ('draft', 'review', 'withdrawn') or approver_id is not null or author_ids = '{}'
  ),
  constraint version_ended check ((state in ('replaced', 'expired', 'withdrawn')) = (ended_at is not null))
);
create unique index version_in_force_once on knowledge.version (entry_id) where state = 'in-force';
create unique index version_open_once on knowledge.version (entry_id) where state in ('draft', 'review');
create index version_expiring on knowledge.version (valid_until) where state = 'in-force' and valid_until is not null;
create index version_changed on knowledge.version (changed_at desc, entry_id);

-- What was sent to review is what is approved and what people are told: its words never change again; and an entry made from an
-- item edition is never written by hand.
create function knowledge.keep_words() returns trigger
language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.author_ids <> '{}'
      and exists (select from knowledge.entry where entry.entry_id = new.entry_id and entry.origin = 'edition') then
      raise exception 'an entry made from an item edition is never written by hand' using errcode = '23514';
    end if;
  elsif old.state <> 'draft'
    and (old.title, old.used_when, old.text, old.title_en, old.text_en, old.also, old.basis, old.public, old.author_ids)
      is distinct from
      (new.title, new.used_when, new.text, new.title_en, new.text_en, new.also, new.basis, new.public, new.author_ids) then
    raise exception 'the words of a version that was sent to review never change' using errcode = '23514';
  end if;
  return new;
end
$$;
create trigger version_keeps_words before insert or update on knowledge.version
  for each row execute function knowledge.keep_words();

-- 检索: the words of official answers, how they sound, and what narrows a search. Apart from the rows with policies, which would
-- keep the index from being used; who may read a hit is asked of its entry.
create table knowledge.indexed (
  entry_id uuid not null,
  version integer not null,
  state text not null,
  scope text not null,
  kind text not null,
  item text,
  shown boolean not null,
  words tsvector not null,
  constraint indexed_pk primary key (entry_id, version),
  constraint indexed_version foreign key (entry_id, version) references knowledge.version on delete cascade
);
create index indexed_words on knowledge.indexed using gin (words);

-- 引用: that somebody used an entry, for one thing once. Nothing of the person who was answered is kept here.
create table knowledge.citation (
  citation_id uuid not null constraint citation_pk primary key,
  entry_id uuid not null constraint citation_of_entry references knowledge.entry,
  version integer not null,
  branch text collate "C" not null,
  about text,
  by_id uuid not null,
  at timestamptz not null,
  constraint citation_once unique (entry_id, about)
);
comment on table knowledge.citation is 'insert-only: which entries were used';

-- 检索缺口: what was looked for and not found, counted; a text with a number of somebody never gets here.
create table knowledge.gap (
  scope text not null,
  words text not null constraint gap_words check (length(words) between 2 and 60 and words !~ '\d{6}'),
  asked integer not null,
  asked_outside integer not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  settled_at timestamptz,
  constraint gap_pk primary key (scope, words)
);
create index gap_open on knowledge.gap (asked desc, words) where settled_at is null;

-- 行级安全: anybody reads what is shown; those who answer people read what their post, one above or one below has; editors write
-- what their own post or one below has.
create function pg_temp.knowledge_lets(guarded regclass, called text, acts text, condition text) returns void
language plpgsql as $$
declare
  written text := condition;
begin
  written := replace(written, '{here}', $q$(
    branch collate "C" = nullif(current_setting('app.post', true), '')
    or (
      current_setting('app.post', true) <> ''
      and branch collate "C" >= current_setting('app.post', true) || '/'
      and branch collate "C" < current_setting('app.post', true) || '0'
    )
  )$q$);
  written := replace(written, '{above}', $q$starts_with(current_setting('app.post', true), branch || '/')$q$);
  written := replace(written, '{editor}', $q$current_setting('app.role', true) = 'spokesperson'$q$);
  written := replace(written, '{reader}', $q$current_setting('app.role', true) in (
    'spokesperson', 'operator', 'clerk', 'approver', 'dispatcher', 'hall-manager', 'supervisor'
  )$q$);
  written := replace(written, '{me}', $q$nullif(current_setting('app.person', true), '')::uuid$q$);
  execute format(
    'create policy %I on %s for %s %s', called, guarded, acts,
    case when acts = 'insert' then 'with check (' || written || ')' else 'using (' || written || ')' end
  );
end
$$;
select public.guard_rows(guarded)
from unnest(array['knowledge.entry', 'knowledge.version', 'knowledge.citation', 'knowledge.gap']::regclass[]) as guarded;
select pg_temp.knowledge_lets(guarded, 'reader', 'select', '{reader} and ({here} or {above})'),
  pg_temp.knowledge_lets(guarded, 'editor_changes', 'update', '{editor} and {here}')
from unnest(array['knowledge.entry', 'knowledge.version']::regclass[]) as guarded;
select pg_temp.knowledge_lets('knowledge.entry', 'editor_adds', 'insert', $$
  {editor} and {here} and origin = 'written'
$$);
select pg_temp.knowledge_lets('knowledge.version', 'editor_adds', 'insert', $$
  {editor} and {here} and author_ids @> array[{me}] and state = 'draft'
$$);
select pg_temp.knowledge_lets('knowledge.entry', 'shown', 'select', 'shown');
select pg_temp.knowledge_lets('knowledge.version', 'shown', 'select', $$public and state = 'in-force'$$);
select pg_temp.knowledge_lets('knowledge.citation', 'cites', 'insert', '{reader} and {here} and by_id = {me}');
select pg_temp.knowledge_lets('knowledge.citation', 'counts', 'select', '{reader}');
select pg_temp.knowledge_lets('knowledge.gap', 'editor', 'select', '{editor}');
select pg_temp.knowledge_lets('knowledge.gap', 'editor_settles', 'update', '{editor}');
drop function pg_temp.knowledge_lets;
