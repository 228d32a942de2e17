-- 亮证: codes by which a licence is shown once, cards that relatives may show, and units that may check codes.

-- 家人和委托 are facts of people, needed wherever somebody acts for somebody: they stand with the people.
alter table bookings.relation set schema identity;
create policy relative on identity.relation for select
  using (relative_id = nullif(current_setting('app.person', true), '')::uuid);
create index relation_of_relative on identity.relation (relative_id);
create or replace function bookings.may_book_for(person uuid) returns boolean
language plpgsql stable cost 1 as $$
begin
  return exists (
    select from identity.relation
    where person_id = nullif(current_setting('app.person', true), '')::uuid and relative_id = person
      and kind <> 'relative'
  );
end
$$;

-- 关联家人: one asks, the other agrees. A link by itself lets nobody do anything; it is who cards can be shared with.
alter table identity.relation drop constraint relation_kind;
alter table identity.relation add constraint relation_kind
  check (kind in ('spouse', 'child', 'principal', 'relative')) not valid;
alter table identity.relation validate constraint relation_kind;
create table identity.link_ask (
  person_id uuid not null,
  relative_id uuid not null,
  asked_at timestamptz not null,
  constraint link_ask_pk primary key (person_id, relative_id),
  constraint link_ask_of_two check (person_id <> relative_id)
);
create index link_ask_of_relative on identity.link_ask (relative_id);

-- 亮证码: a code names its row and the moment it ends; both are signed, so that what is forged or over is refused unread.
create table licences.show (
  show_id uuid not null,
  person_id uuid not null,
  licence_id uuid not null,
  by_id uuid not null,
  -- The relative who shows it, masked; absent where holders show their own.
  by_name text,
  disclosure text not null constraint show_disclosure check (disclosure in ('face', 'adult', 'validity')),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  constraint show_pk primary key (show_id),
  constraint show_of_licence foreign key (person_id, licence_id) references licences.licence,
  constraint show_is_short check (expires_at between made_at and made_at + interval '2 minutes')
);
create index show_old on licences.show (expires_at);

-- That a code has been read. The key is what lets it be read once.
create table licences.shown (
  show_id uuid not null,
  at timestamptz not null,
  constraint shown_once primary key (show_id),
  constraint shown_of_show foreign key (show_id) references licences.show on delete cascade
);

-- A use may be by somebody the house knows only by name, or not at all: a unit, or whoever held the code.
alter table licences.use alter column by_id drop not null;
alter table licences.use add column by_name text;
alter table licences.use add constraint use_has_user
  check (by_id is not null or by_name is not null) not valid;
alter table licences.use validate constraint use_has_user;

-- 家人亮证: a holder lets a linked relative show one card.
create table licences.share (
  person_id uuid not null,
  licence_id uuid not null,
  relative_id uuid not null,
  made_at timestamptz not null,
  constraint share_pk primary key (person_id, licence_id, relative_id),
  constraint share_of_licence foreign key (person_id, licence_id) references licences.licence,
  constraint share_of_two check (person_id <> relative_id)
);
create index share_with on licences.share (relative_id);

-- 用证单位: units with what each may check and for what; the key they sign with lies sealed.
create table partners.partner (
  partner_id uuid not null,
  name text not null constraint partner_name check (char_length(name) between 2 and 60),
  key_sealed bytea not null,
  purposes text[] not null constraint partner_purposes check (cardinality(purposes) between 1 and 10),
  types text[] not null constraint partner_types check (cardinality(types) between 1 and 100),
  registered_by uuid not null,
  registered_at timestamptz not null,
  ended_at timestamptz,
  constraint partner_pk primary key (partner_id)
);

-- 防重放: a signed request is taken once; what is too old to be signed anew is swept.
create table partners.nonce (
  partner_id uuid not null,
  nonce text not null constraint nonce_length check (char_length(nonce) between 16 and 64),
  at timestamptz not null,
  constraint nonce_once primary key (partner_id, nonce)
);
create index nonce_old on partners.nonce (at);

-- 行级安全: holders show their own; a relative what was shared or is a minor's; whoever reads a code reads as the house.
select public.guard_rows(guarded) from unnest(array['licences.show', 'licences.shown', 'licences.share']::regclass[]) as guarded;
create policy own on licences.show for all using (by_id = nullif(current_setting('app.person', true), '')::uuid);
create policy verifier on licences.show for select using (current_setting('app.role', true) = 'verifier');
create policy verifier on licences.shown for all using (current_setting('app.role', true) = 'verifier');
create policy verifier on licences.licence for select using (current_setting('app.role', true) = 'verifier');
create policy verifier on licences.use for insert with check (current_setting('app.role', true) = 'verifier');
select public.guard_rows('identity.link_ask');
create policy own on identity.link_ask for all using (person_id = nullif(current_setting('app.person', true), '')::uuid);
create policy asked on identity.link_ask for select
  using (relative_id = nullif(current_setting('app.person', true), '')::uuid);
create policy answers on identity.link_ask for delete
  using (relative_id = nullif(current_setting('app.person', true), '')::uuid);
-- Nobody links themselves with another: only who was asked writes the link, while the question stands.
create policy agreed on identity.relation for insert with check (
  kind = 'relative' and relative_id = nullif(current_setting('app.person', true), '')::uuid
  and exists (
    select from identity.link_ask asked
    where asked.person_id = relation.person_id and asked.relative_id = relation.relative_id
  )
);
create policy ends on identity.relation for delete using (
  kind = 'relative' and nullif(current_setting('app.person', true), '')::uuid in (person_id, relative_id)
);
create policy ends on licences.share for delete
  using (relative_id = nullif(current_setting('app.person', true), '')::uuid);
create policy own on licences.share for all using (person_id = nullif(current_setting('app.person', true), '')::uuid);
create policy relative on licences.share for select
  using (relative_id = nullif(current_setting('app.person', true), '')::uuid);
