-- 行级安全: the backstop below the policy. Whoever asks is told to the database with each connection: app.role, app.person,
-- app.applicant (for whom an applicant acts), and app.branch with app.below and app.beyond (what the desk reaches). A table
-- shows and takes only the rows of that one, and none where nobody is named. The conditions compare columns with
-- current_setting() directly, so that they can be estimated; the likeliest one has the last name, for it is tried first.
-- What has to be looked up in another table (under its own policies) is a function, so that a query is neither planned with
-- it nor made to read that table whole.

create function pg_temp.guard(guarded regclass) returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format(
    'create policy machine on %s using (current_setting(''app.role'', true) in (''worker'', ''startup'', ''migrator''))',
    guarded
  );
end
$$;

-- Adds one policy; `condition` may use {me}, {mine}, {applicant}, {clerk}, {window}, {desk}, {here} and {served}.
create function pg_temp.let(guarded regclass, called text, acts text, condition text) returns void
language plpgsql as $$
declare
  written text := condition;
begin
  written := replace(written, '{desk}', $q$current_setting('app.branch', true) <> ''$q$);
  written := replace(written, '{applicant}', $q$current_setting('app.applicant', true) <> ''$q$);
  written := replace(written, '{clerk}', $q$current_setting('app.role', true) = 'clerk'$q$);
  written := replace(written, '{window}', $q$current_setting('app.role', true) = 'window'$q$);
  written := replace(written, '{me}', $q$nullif(current_setting('app.person', true), '')::uuid$q$);
  written := replace(written, '{mine}', $q$nullif(current_setting('app.applicant', true), '')::uuid$q$);
  written := replace(written, '{here}', $q$(
    branch collate "C" = nullif(current_setting('app.branch', true), '')
    or (branch collate "C" >= current_setting('app.below', true) and branch collate "C" < current_setting('app.beyond', true))
  )$q$);
  -- The person before a clerk, while the sitting is open.
  written := replace(written, '{served}', $q$(
    select sitting.person_id from cases.sitting
    where sitting.clerk_id = nullif(current_setting('app.person', true), '')::uuid and sitting.ended_at is null
  )$q$);
  execute format(
    'create policy %I on %s for %s %s', called, guarded, acts,
    case when acts = 'insert' then 'with check (' || written || ')' else 'using (' || written || ')' end
  );
end
$$;

-- Sittings: where they are is known to the clerks of the branch, what is in them to the clerk alone and to the second screen.
select pg_temp.guard('cases.sitting');
select pg_temp.let('cases.sitting', 'clerk', 'all', '{clerk} and {here}');
select pg_temp.let('cases.sitting', 'window', 'all', '{window}');
create function cases.is_of_sitting(person uuid, sitting uuid) returns boolean
language plpgsql stable cost 1 as $$
begin
  return exists (
    select from cases.sitting as one
    where one.person_id = person and one.sitting_id = sitting
      and one.clerk_id = nullif(current_setting('app.person', true), '')::uuid
  );
end
$$;
select pg_temp.guard(of_sitting),
  pg_temp.let(of_sitting, 'clerk', 'all', '{clerk} and cases.is_of_sitting(person_id, sitting_id)'),
  pg_temp.let(of_sitting, 'window', 'all', '{window}')
from unnest(array['cases.sitting_draft', 'cases.sitting_confirmation', 'cases.sitting_mark']::regclass[]) as of_sitting;

-- Who is before a window now, at intake or at the issue desk: of nobody else the second screen shows anything.
create function cases.is_at_window(person uuid) returns boolean
language plpgsql stable cost 1 as $$
begin
  return exists (select from cases.sitting where person_id = person and ended_at is null)
    or exists (select from cases.collection where person_id = person and handed_at is null);
end
$$;

-- Where the cases of a person are: a map without content; the cases themselves are guarded.
select pg_temp.guard('cases.of_person');
select pg_temp.let('cases.of_person', 'applicant', 'all', '{applicant} and person_id = {mine}');
select pg_temp.let('cases.of_person', 'desk', 'all', '{desk}');
select pg_temp.let('cases.of_person', 'window', 'select', '{window} and cases.is_at_window(person_id)');

-- Cases. Applicants reach theirs by that map, so that the indexes of the desk's lists need not hold persons.
create function cases.is_of_applicant(one uuid) returns boolean
language plpgsql stable cost 1 as $$
begin
  return exists (
    select from cases.of_person
    where of_person.person_id = nullif(current_setting('app.applicant', true), '')::uuid and of_person.case_id = one
  );
end
$$;
create function cases.is_of_served(one uuid) returns boolean
language plpgsql stable cost 1 as $$
begin
  return exists (
    select from cases.sitting
    join cases.of_person using (person_id)
    where sitting.clerk_id = nullif(current_setting('app.person', true), '')::uuid and sitting.ended_at is null
      and of_person.case_id = one
  );
end
$$;
create index of_person_of_case on cases.of_person (case_id);
create function cases.is_of_waiting(one uuid) returns boolean
language plpgsql stable cost 1 as $$
begin
  -- The map itself shows the window only those who are there.
  return exists (select from cases.of_person where case_id = one);
end
$$;
select pg_temp.guard('cases.case');
select pg_temp.let('cases.case', 'staff', 'all', '{here}');
select pg_temp.let('cases.case', 'applicant', 'select', '{applicant} and cases.is_of_applicant(case_id)');
select pg_temp.let('cases.case', 'applicant_changes', 'update', '{applicant} and person_id = {mine}');
select pg_temp.let('cases.case', 'applicant_adds', 'insert', '{applicant} and person_id = {mine}');
select pg_temp.let('cases.case', 'served', 'select', '{clerk} and cases.is_of_served(case_id)');
select pg_temp.let('cases.case', 'shown', 'select', '{window} and cases.is_of_waiting(case_id)');

-- What belongs to a case is reached with it.
create function cases.is_reached(in_city text, one uuid) returns boolean
language plpgsql stable cost 1 as $$
begin
  return exists (select from cases.case where city = in_city and case_id = one);
end
$$;
select pg_temp.guard(of_case), pg_temp.let(of_case, 'case', 'all', 'cases.is_reached(city, case_id)')
from unnest(array['cases.action', 'cases.held', 'cases.note']::regclass[]) as of_case;

-- What stands in a branch is reached from it and from above.
select pg_temp.guard(in_branch), pg_temp.let(in_branch, 'staff', 'all', '{here}')
from unnest(array[
  'cases.dispatched', 'cases.absence', 'cases.investigation', 'cases.promise_check', 'cases.pickup', 'cases.collection'
]::regclass[]) as in_branch;
select pg_temp.let('cases.pickup', 'applicant', 'select', '{applicant} and person_id = {mine}');
select pg_temp.let('cases.pickup', 'window', 'select', '{window} and cases.is_at_window(person_id)');
select pg_temp.let('cases.collection', 'window', 'all', '{window}');
select pg_temp.guard('files.reader');
select pg_temp.let('files.reader', 'desk', 'select', '{here}');
select pg_temp.let('files.reader', 'granted', 'insert', $$current_setting('app.role', true) <> ''$$);

-- What is one's own.
select pg_temp.guard('cases.draft');
select pg_temp.let('cases.draft', 'applicant', 'all', '{applicant} and person_id = {me}');
select pg_temp.let('cases.draft', 'served', 'all', '{clerk} and person_id = {served}');
select pg_temp.let('cases.draft', 'window', 'select', '{window} and cases.is_at_window(person_id)');
select pg_temp.guard(own), pg_temp.let(own, 'own', 'all', 'person_id = {me}')
from unnest(array['cases.saved_view', 'cases.export']::regclass[]) as own;

-- The wallet, its uses, and broken promises: the holder's, and those who have a case of theirs or them at the window.
create function cases.is_applicant_here(person uuid) returns boolean
language plpgsql stable cost 1 as $$
begin
  return exists (
    select from cases.of_person
    join cases.case using (city, case_id)
    where of_person.person_id = person
  );
end
$$;
select pg_temp.guard(of_holder),
  pg_temp.let(of_holder, 'own', 'all', 'person_id = {me}'),
  pg_temp.let(of_holder, 'applicant', 'all', '{applicant} and person_id = {mine}'),
  pg_temp.let(of_holder, 'served', 'all', '{clerk} and person_id = {served}'),
  pg_temp.let(of_holder, 'window', 'select', '{window} and cases.is_at_window(person_id)'),
  pg_temp.let(of_holder, 'desk', 'all', '{desk} and cases.is_applicant_here(person_id)')
from unnest(array['licences.licence', 'licences.use', 'cases.broken_promise']::regclass[]) as of_holder;

-- 查看记录: read by the one looked at, written by the one who looks.
select pg_temp.guard('cases.access');
select pg_temp.let('cases.access', 'applicant', 'select', '{applicant} and person_id = {mine}');
select pg_temp.let('cases.access', 'looking', 'all', '{desk} and by_id = {me}');

-- Files and papers.
select pg_temp.guard('files.file');
select pg_temp.let('files.file', 'own', 'all', 'owner_id = {me}');
select pg_temp.let('files.file', 'served', 'all', '{clerk} and owner_id = {served}');
create function files.is_readable_here(one uuid) returns boolean
language plpgsql stable cost 1 as $$
begin
  return exists (select from files.reader where file_id = one);
end
$$;
select pg_temp.let('files.file', 'desk', 'select', '{desk} and files.is_readable_here(file_id)');
select pg_temp.let('files.file', 'window', 'all', '{window}');
select pg_temp.guard('files.paper');
select pg_temp.let('files.paper', 'own', 'all', 'owner_id = {me}');
select pg_temp.let('files.paper', 'applicant', 'all', '{applicant} and owner_id = {mine}');
select pg_temp.let('files.paper', 'served', 'all', '{clerk} and owner_id = {served}');
select pg_temp.let('files.paper', 'desk', 'all', '{desk} and cases.is_applicant_here(owner_id)');
select pg_temp.let('files.paper', 'verifier', 'all', $$current_setting('app.role', true) = 'verifier'$$);

-- Persons: oneself; applicants for those who work on cases; colleagues for every member of staff.
select pg_temp.guard('identity.person');
select pg_temp.let('identity.person', 'own', 'all', 'person_id = {me}');
select pg_temp.let('identity.person', 'applicant', 'select', '{applicant} and person_id = {mine}');
select pg_temp.let('identity.person', 'sign_in', 'all', $$current_setting('app.role', true) = 'sign-in'$$);
select pg_temp.let('identity.person', 'window', 'select', '{window}');
select pg_temp.let('identity.person', 'met', 'all', $$current_setting('app.role', true) = 'clerk' and kind = 'citizen'$$);
select pg_temp.let('identity.person', 'desk', 'select', '{desk}');
select pg_temp.let('identity.person', 'colleague', 'select', $$kind = 'staff' and current_setting('app.role', true) in (
  'operator', 'spokesperson', 'hall-manager', 'auditor', 'admin', 'security-admin'
)$$);
select pg_temp.guard(of_staff),
  pg_temp.let(of_staff, 'own', 'all', 'person_id = {me}'),
  pg_temp.let(of_staff, 'sign_in', 'all', $$current_setting('app.role', true) in ('sign-in', 'security-admin')$$)
from unnest(array['identity.account', 'identity.assignment', 'identity.session']::regclass[]) as of_staff;

-- Only the machine tells the national platform.
select pg_temp.guard(told) from unnest(array['partners.pending', 'partners.told']::regclass[]) as told;

drop function pg_temp.guard;
drop function pg_temp.let;
