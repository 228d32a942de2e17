import type { ContactDesk, VolunteerRow as RowView, VolunteerState, VolunteerWish } from '@tongban/contract';
import { maskCitizenNumber, maskName, shanghaiDay } from '@tongban/kernel';
import { asMachine, newId, publish, type SignedIn, type Tx, transaction } from '../../platform/index.ts';
import { isWithin } from '../offices/index.ts';
import { forumOpened, volunteerAppointed, volunteerDismissed } from './events.ts';
import { happened, notePlace, type Parts, postOf, refused, refusedAt } from './parts.ts';
import type { ForumRow, VolunteerRow } from './store/tables.ts';

const pageSize = 100;
const appointers: readonly string[] = ['supervisor'];
/** 常设: a contact desk has no end of its own. */
const forGood = new Date('2100-01-01T00:00:00Z');

/** 义务监督员: citizens whom a branch appoints for some days; what they say comes into its contact desk. */
export function createVolunteers(parts: Parts) {
  const { db, clock, forums, volunteers, identity, vault } = parts;
  const fact = (row: VolunteerRow, at: Date) => ({
    ...{ volunteerId: row.volunteer_id, branch: row.branch, at: at.toISOString() },
  });
  return {
    list: (caller: SignedIn, after?: string, tx?: Tx): Promise<ContactDesk> =>
      listOf(parts, { caller, after, tx }),
    /** The citizen of this name and number; it is not told which of the two does not fit. */
    async find({ name, citizenNumber }: Pick<VolunteerWish, 'name' | 'citizenNumber'>): Promise<string> {
      const found = await asMachine('worker', () =>
        transaction(db, (tx) => identity.findByNumber(tx, citizenNumber)),
      );
      if (found === undefined || found.name !== name.trim()) throw refusedAt(['/citizenNumber'], 'person');
      return found.personId;
    },
    async appoint(tx: Tx, caller: SignedIn, { personId, wish }: Appointing): Promise<void> {
      const { from, until, note = '' } = wish;
      const now = clock();
      if (from > until || until < shanghaiDay(now)) throw refusedAt(['/until'], 'days');
      const branch = postOf(caller);
      await standingDesk(parts, tx, { caller, branch });
      if (await volunteers.isAppointed(tx, { branch, personId }, { from, until })) throw refused('appointed');
      const volunteerId = newId();
      const row: VolunteerRow = {
        ...{ volunteer_id: volunteerId, branch, person_id: personId, from_day: from, until_day: until },
        ...{ note: vault.seal(notePlace(volunteerId), note.trim()), dismissed_at: undefined },
        ...{ by_id: caller.personId, at: now },
      };
      await volunteers.insert(tx, row);
      await publish(tx, volunteerAppointed(fact(row, now)), now);
    },
    async dismiss(tx: Tx, volunteer: string): Promise<void> {
      const row = await volunteers.lock(tx, volunteer);
      if (row === undefined) throw refused('volunteer', 'missing');
      if (row.dismissed_at !== undefined) throw refused('dismissed');
      const now = clock();
      await volunteers.dismiss(tx, volunteer, now);
      await publish(tx, volunteerDismissed(fact(row, now)), now);
    },
    /** Where somebody reports as a volunteer of a city today. */
    async own({ personId }: SignedIn, division: string): Promise<{ forum?: string }> {
      const desk = parts.offices.intakeFor(division.slice(0, 4));
      const at = clock();
      const branches = await volunteers.branchesOf(personId, { day: shanghaiDay(at), at });
      const here = branches.filter((branch) => desk !== undefined && isAlong(branch, desk.branch));
      const [found] = await asMachine('worker', () => forums.contactDesks(here));
      return found === undefined ? {} : { forum: found.forum_id };
    },
  };
}

type Appointing = { readonly personId: string; readonly wish: VolunteerWish };

/** Whether one branch is the other, above it or below it; a city’s volunteers are of its desk or of a unit of it. */
export function isAlong(one: string, other: string): boolean {
  return isWithin(one, other) || isWithin(other, one);
}

type Standing = { readonly caller: SignedIn; readonly branch: string };

/** The contact desk of a branch, which the first appointment sets up; whoever appoints next waits for it. */
async function standingDesk(parts: Parts, tx: Tx, { caller, branch }: Standing): Promise<void> {
  const { forums, offices, clock } = parts;
  const now = clock();
  const row: ForumRow = {
    ...{ forum_id: newId(), branch, kind: 'contact-desk', by_id: caller.personId, at: now, version: 0 },
    ...{ title: '警民联系台', title_en: 'Contact desk', line: undefined, closed_at: undefined },
    host: offices.organisations().find((one) => one.branch === branch)?.name ?? branch,
    ...{ words: '义务监督员反映的事，一件一件办，一件一件答复。', words_en: undefined },
    ...{ starts_at: now, ends_at: forGood },
  };
  if (await forums.insertOnce(tx, row)) await publish(tx, forumOpened(happened(parts, row)), now);
  const [desk] = await forums.contactDesks([branch], tx);
  if (desk !== undefined) await forums.lock(tx, desk.forum_id);
}

type Listing = { readonly caller: SignedIn; readonly after: string | undefined; readonly tx: Tx | undefined };

async function listOf(parts: Parts, { caller, after, tx }: Listing): Promise<ContactDesk> {
  const { forums, volunteers, identity, vault, clock } = parts;
  const branch = postOf(caller);
  const found = await volunteers.page({ branch, limit: pageSize + 1, after }, tx);
  const rows = found.slice(0, pageSize);
  const people = await asMachine('worker', () => identity.persons(rows.map(({ person_id }) => person_id)));
  const [desk] = await forums.contactDesks([branch], tx);
  const last = rows.at(-1);
  const today = shanghaiDay(clock());
  return {
    volunteers: rows.map((row): RowView => {
      const { name = '', citizenNumber = '' } = people.get(row.person_id) ?? {};
      return {
        ...{ volunteer: row.volunteer_id, name: maskName(name), from: row.from_day, until: row.until_day },
        ...{ citizenNumber: maskCitizenNumber(citizenNumber), state: stateOn(row, today) },
        note: vault.open(notePlace(row.volunteer_id), row.note),
      };
    }),
    ...(found.length > pageSize && last !== undefined ? { next: last.volunteer_id } : {}),
    ...(desk === undefined ? {} : { forum: desk.forum_id }),
    mayAppoint: appointers.includes(caller.role),
  };
}

function stateOn({ dismissed_at, from_day, until_day }: VolunteerRow, today: string): VolunteerState {
  if (dismissed_at !== undefined) return 'dismissed';
  if (today < from_day) return 'coming';
  return today <= until_day ? 'in-force' : 'over';
}
