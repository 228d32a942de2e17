-- 寄递: what is carried to a person or from them, and what happened on the way. `about` names what it belongs to.
create schema deliveries;

create table deliveries.delivery (
  delivery_id uuid not null,
  about text not null,
  purpose text not null constraint delivery_purpose check (purpose in ('result', 'originals')),
  person_id uuid not null,
  branch text collate "C" not null,
  way text not null constraint delivery_way check (way in ('window', 'locker', 'express')),
  state text not null constraint delivery_state check (
    state in ('planned', 'ordered', 'under-way', 'delivered', 'returned', 'lost', 'reissued', 'compensated')
  ),
  waybill text,
  sealed bytea,
  made_at timestamptz not null,
  looked_at timestamptz not null,
  constraint delivery_pk primary key (delivery_id),
  constraint delivery_of_one_thing unique (about, purpose),
  constraint delivery_on_its_way check (state not in ('ordered', 'under-way') or waybill is not null)
);
-- Several results may lie in one parcel.
create index delivery_by_waybill on deliveries.delivery (waybill) where waybill is not null;
create index delivery_to_look_at on deliveries.delivery (looked_at) where state in ('ordered', 'under-way');

-- 经过: every step, in the order it became known; news of the courier carries the courier's own id and counts once.
create table deliveries.step (
  delivery_id uuid not null,
  seq integer not null,
  type text not null,
  at timestamptz not null,
  waybill text,
  place text,
  news text,
  reason text,
  remedy text,
  by_id uuid,
  noted_at timestamptz not null,
  constraint step_pk primary key (delivery_id, seq),
  constraint step_news_once unique (delivery_id, news),
  constraint step_of_delivery foreign key (delivery_id) references deliveries.delivery
);
comment on table deliveries.step is 'insert-only: what happened to a parcel';

select public.guard_rows('deliveries.delivery');
create policy applicant on deliveries.delivery for all
  using (current_setting('app.applicant', true) <> ''
    and person_id = nullif(current_setting('app.applicant', true), '')::uuid);
create policy staff on deliveries.delivery for all using (
  branch collate "C" = nullif(current_setting('app.branch', true), '')
  or (branch collate "C" >= current_setting('app.below', true) and branch collate "C" < current_setting('app.beyond', true))
);
create function deliveries.is_reached(one uuid) returns boolean
language plpgsql stable cost 1 as $$
begin
  return exists (select from deliveries.delivery where delivery_id = one);
end
$$;
select public.guard_rows('deliveries.step');
create policy delivery on deliveries.step for all using (deliveries.is_reached(delivery_id));

-- While a result waits its applicant may choose another way to get it.
create policy applicant_chooses on cases.pickup for update
  using (current_setting('app.applicant', true) <> ''
    and person_id = nullif(current_setting('app.applicant', true), '')::uuid);
