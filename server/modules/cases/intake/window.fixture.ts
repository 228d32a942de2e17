import type { ItemEdition } from '@tongban/catalogue';
import { filesRoutes, type IntakeMark, intakeRoutes, type Sitting } from '@tongban/contract';
import { type SignedIn, transaction } from '../../../platform/index.ts';
import { toy } from '../kayak-content.fixture.ts';
import { createKayakHouse, lakeAnswers } from '../kayak-house.fixture.ts';
import { createDrawing } from './drawing.fixture.ts';

export const windowId = 'east-w01';

/** Settled at the window and nowhere else; its result is a licence with a certificate. */
const vest = toy('vest', (text) =>
  text
    .replace('id: kayak', 'id: vest')
    .replace('皮划艇下水登记', '救生衣登记')
    .replace('kind: promised', 'kind: immediate')
    .replace(/steps:\n(?: {2}- .*\n)+/, 'steps:\n  - {id: accept, name: 受理, role: clerk}\n')
    .replace('web: pre-acceptance', 'web: none'),
);

/** A kayak house with a window: the steps of a clerk in a sitting, each through the contract. */
export async function createWindowHouse(toys: readonly ItemEdition[] = []) {
  const house = await createKayakHouse({}, { toys: [vest, ...toys] });
  const steps = createSteps(house);
  return { ...house, ...steps, ...createArrivals(house, steps), ...createAnswers(house) };
}
type House = Awaited<ReturnType<typeof createKayakHouse>>;
type Steps = ReturnType<typeof createSteps>;
export type WindowHouse = Awaited<ReturnType<typeof createWindowHouse>>;

const atSitting = ({ sitting }: Sitting) => ({ sitting });
/** Where an item of a sitting is worked on. */
const atDraft = (sitting: Sitting, item: string) => {
  const taken = sitting.taken.find((draft) => draft.item === item);
  return { ...atSitting(sitting), draft: taken?.draft ?? '' };
};

function createSteps(house: House) {
  return {
    atSitting,
    atDraft,
    begin: (clerk: SignedIn, { name, citizenNumber }: { name: string; citizenNumber: string }) =>
      house.as(clerk)(intakeRoutes.begin, { body: { name, citizenNumber, by: 'card' } }),
    take: (clerk: SignedIn, sitting: Sitting, item: string): Promise<Sitting> =>
      house.as(clerk)(intakeRoutes.addItem, {
        params: atSitting(sitting),
        body: { item, answers: lakeAnswers },
      }),
    fill: (clerk: SignedIn, sitting: Sitting, item: string): Promise<Sitting> =>
      house.as(clerk)(intakeRoutes.saveValues, {
        params: atDraft(sitting, item),
        body: { values: { phone: '19900001234', mooring: '东湖码头' } },
      }),
    async lay(clerk: SignedIn, sitting: Sitting, item: string): Promise<Sitting> {
      const params = { ...atDraft(sitting, item), material: 'identity-card' };
      const file = await house.upload(clerk);
      return house.as(clerk)(intakeRoutes.lay, { params, body: { met: 'files', files: [file] } });
    },
    mark: (clerk: SignedIn, sitting: Sitting, marks: IntakeMark[]) =>
      house.as(clerk)(intakeRoutes.mark, { params: atSitting(sitting), body: { marks } }),
    ask: (clerk: SignedIn, sitting: Sitting, paper?: string): Promise<Sitting> =>
      house.as(clerk)(intakeRoutes.askConfirmation, {
        params: atSitting(sitting),
        body: paper === undefined ? {} : { paper },
      }),
    file: (clerk: SignedIn, sitting: Sitting): Promise<Sitting> =>
      house.as(clerk)(intakeRoutes.file, { params: atSitting(sitting) }),
  };
}

function createArrivals(house: House, { begin, take, fill, lay, mark }: Steps) {
  return {
    async clerkAtWindow(window = windowId): Promise<SignedIn> {
      const clerk = await house.staff('clerk');
      return { ...clerk, assignment: { id: '', branch: 'lake/east', ...clerk.assignment, window } };
    },
    async personAt(clerk: SignedIn, name = '示例辰') {
      const person = await house.citizen(name);
      return { person, sitting: await begin(clerk, { name, citizenNumber: person.citizenNumber }) };
    },
    /** What the person does at home before coming. */
    beginAtHome: (person: SignedIn) => house.begin(person),
    fillAtHome: async (person: SignedIn) => house.fill(person, await house.begin(person)),
    /** Takes up items and fills them in; the identity card is captured once. */
    async prepared(clerk: SignedIn, begun: Sitting, items: readonly string[]): Promise<Sitting> {
      let sitting = begun;
      for (const item of items) sitting = await fill(clerk, await take(clerk, sitting, item), item);
      return lay(clerk, sitting, items[0] ?? '');
    },
    /** Marks the one point of every draft in hand. */
    marked: (clerk: SignedIn, sitting: Sitting, result: 'ok' | 'defect' = 'ok') =>
      mark(
        clerk,
        sitting,
        sitting.taken.map(({ draft }) => ({
          ...{ draft, material: 'identity-card', checkpoint: 'name', result },
          ...(result === 'defect' ? { say: '照片里看不清姓名，重拍一张' } : {}),
        })),
      ),
    read: (reader: SignedIn, file: string) => house.as(reader)(filesRoutes.read, { params: { file } }),
  };
}

const { png: drawn } = createDrawing();

function createAnswers(house: House) {
  return {
    /** What the person answers on the second screen, with a signature of theirs. */
    answer: (
      { sitting: about, person }: Sitting,
      verdict: 'sign' | 'decline',
      bytes = drawn,
    ): Promise<boolean> =>
      transaction(house.db, async (tx) => {
        const wish = { ownerId: person.personId, name: '签名.png', contentType: 'image/png', bytes };
        const said =
          verdict === 'sign' ? { signature: await house.files.keep(tx, wish) } : { say: '手机号不对' };
        return house.cases.intake.answer(tx, { window: windowId, about, verdict, ...said });
      }),
  };
}
