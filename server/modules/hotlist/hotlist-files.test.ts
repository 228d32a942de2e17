import { filesRoutes, type HotTopic, hotBoardRoutes, hotlistRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId, type SignedIn } from '../../platform/index.ts';
import { createHotlistHouse, evidence, type HotlistHouse } from './hotlist-house.fixture.ts';

const dueOn = '2026-03-20';
let house: HotlistHouse;
let unit: SignedIn;
let writer: SignedIn;
let topic: HotTopic;
beforeAll(async () => {
  house = await createHotlistHouse();
  [unit, writer] = [house.at('approver'), house.at('spokesperson')];
  house.moveTo(new Date('2026-02-10T02:00:00Z'));
  await house.tell(14, '码头的新闸门卡住，船出不去。');
  house.moveTo(new Date('2026-03-02T02:00:00Z'));
  const [{ candidate } = { candidate: '' }] = (await house.mine()).candidates;
  topic = await house.as(house.leader)(hotlistRoutes.pick, {
    body: { candidate, name: '闸门卡住', evidence: { ...evidence, files: [await picture('闸门.png')] } },
  });
});
afterAll(() => house.stop());

const picture = (name: string, by = house.leader, whole = true) => house.upload(by, name, whole);
const read = (by: SignedIn, file: string) =>
  house
    .as(by)(filesRoutes.read, { params: { file } })
    .then(
      () => 'read',
      ({ code }: { code: string }) => code,
    );
const filesOf = ({ steps }: HotTopic) => steps.map(({ files }) => files.map(({ name }) => name));
const assign = (files: string[]) =>
  house.act(topic, { type: 'assign', to: 'east', dueOn, evidence: { ...evidence, files } });

describe('files of evidence', () => {
  test('go along with each step and with a report, and stand under it', async () => {
    expect(filesOf(topic)).toEqual([['闸门.png']]);
    topic = await assign([await picture('交办单.png'), await picture('现场.png')]);
    const body = { ...evidence, files: [await picture('进展.png', unit)] };
    const noted = await house.as(unit)(hotlistRoutes.note, { params: { topic: topic.topic }, body });
    expect(filesOf(noted)).toEqual([['闸门.png'], ['交办单.png', '现场.png'], ['进展.png']]);
    topic = await house.get(house.leader, topic.topic);
  });

  test('are read by whoever sees the matter; to everybody else they are not there', async () => {
    const [file = ''] = topic.steps.flatMap(({ files }) => files.map((one) => one.file));
    for (const by of [house.leader, unit, writer, house.at('supervisor', 'lake')])
      expect(await read(by, file)).toBe('read');
    const others = [
      ...(['clerk', 'operator', 'hall-manager'] as const).map((role) => house.at(role)),
      ...(['supervisor', 'spokesperson', 'approver'] as const).map((role) => house.at(role, 'lake/west')),
      await house.citizen(),
    ];
    for (const by of others) expect([await read(by, file), await read(by, newId())]).toEqual(gone);
  });
  const gone = ['files.missing', 'files.missing'];

  test('are whole, of whoever takes the step, nine at most, and change nothing where they are refused', async () => {
    const watch = (files: string[]) => house.act(topic, { type: 'watch', evidence: { ...evidence, files } });
    await expect(watch([await picture('半张.png', house.leader, false)])).rejects.toMatchObject({
      code: 'hotlist.files',
    });
    await expect(watch([await picture('别人的.png', unit)])).rejects.toMatchObject({ kind: 'missing' });
    await expect(watch(Array.from({ length: 10 }, newId))).rejects.toMatchObject({ code: 'request.invalid' });
    expect(await house.get(house.leader, topic.topic)).toMatchObject({ stage: 'assigned' });
  });

  test('never stand on the public board', async () => {
    const { topic: id } = topic;
    const words = { title: '码头闸门', doing: '正在换闸门，月底前换完。', words: [], withFigures: true };
    const params = { topic: id };
    await house.as(writer)(hotlistRoutes.write, { params, body: { revision: 0, words } });
    await house.as(house.leader)(hotlistRoutes.show, { params, body: { revision: 1, shown: true } });
    const board = await house.anyone(hotBoardRoutes.list, { query: { division: '4419' } });
    expect(board.topics).toHaveLength(1);
    for (const { file, name } of topic.steps.flatMap(({ files }) => files)) {
      expect(JSON.stringify(board)).not.toContain(file);
      expect(JSON.stringify(board)).not.toContain(name);
    }
  });
});
