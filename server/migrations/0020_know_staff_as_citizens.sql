-- 本人回避: the citizen number of a member of staff, sealed, so that nobody takes in or decides what they applied for
-- themselves. Optional; no two accounts are one person. The row policies of the account hold for it too.
alter table identity.account
  add column citizen_number bytea,
  add column citizen_number_index bytea constraint account_citizen_number_once unique,
  add constraint account_citizen_number_is_whole check ((citizen_number is null) = (citizen_number_index is null));

-- 会话到时: sessions nobody used any more are looked for every minute, so that what is told live ends with them.
create index session_running_out on identity.session (expires_at) where ended_at is null;
