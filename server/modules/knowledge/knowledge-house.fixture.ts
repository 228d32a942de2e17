import { knowledgeRoutes, type ReplyView, type WrittenReply } from '@tongban/contract';
import { createTextSearch, createWords, newId, type SignedIn } from '../../platform/index.ts';
import { createKayakHouse } from '../cases/kayak-house.fixture.ts';
import { createKnowledge, type Knowledge, knowledgeHttp } from './index.ts';

export type KnowledgeHouse = Awaited<ReturnType<typeof createKnowledgeHouse>>;

export const paddleWords: WrittenReply = {
  ...{
    title: '桨断了怎么补',
    usedWhen: '来问桨断了的',
    text: '带断桨到任一码头，当天换新桨。',
    also: ['换桨'],
  },
  public: true,
};

/** A kayak house with a library: editors of the whole lake, of the east and of the west. */
export async function createKnowledgeHouse() {
  const built: Knowledge[] = [];
  const house = await createKayakHouse(
    {},
    {
      also: (platform, modules) => {
        const search = createTextSearch(createWords(['皮划艇下水登记', '皮划艇']));
        const knowledge = createKnowledge({ ...platform, ...modules, search });
        knowledgeHttp(platform.http, knowledge);
        built.push(knowledge);
      },
    },
  );
  const [knowledge] = built;
  if (knowledge === undefined) throw new Error('not built');
  const editor = (branch: string): SignedIn => ({
    ...{ role: 'spokesperson', personId: newId(), assignment: { id: newId(), branch } },
  });
  const create = (by: SignedIn, words: Partial<WrittenReply> = {}, scope = '4419'): Promise<ReplyView> =>
    house.as(by)(knowledgeRoutes.create, {
      body: { kind: 'reply', scope, words: { ...paddleWords, ...words } },
    });
  const send = (by: SignedIn, view: ReplyView) =>
    house.as(by)(knowledgeRoutes.send, {
      params: { entry: view.entry },
      body: { revision: revisionOf(view) },
    });
  const approve = (by: SignedIn, view: ReplyView) =>
    house.as(by)(knowledgeRoutes.approve, {
      params: { entry: view.entry },
      body: { revision: revisionOf(view) },
    });
  const [writer, second] = [editor('lake/east'), editor('lake/east')];
  return {
    ...house,
    ...{ knowledge, editor, create, send, approve, writer, second },
    /** An entry one editor of the east wrote and another approved. */
    inForce: async (words: Partial<WrittenReply> = {}, scope = '4419') => {
      const [by, other] = scope === '44' ? [editor('lake'), editor('lake')] : [writer, second];
      return approve(other, await send(by, await create(by, words, scope)));
    },
    post: (role: SignedIn['role'], branch = 'lake/east'): SignedIn => ({
      ...{ role, personId: newId(), assignment: { id: newId(), branch } },
    }),
  };
}

/** How often the newest version was changed. */
export function revisionOf({ versions }: ReplyView): number {
  return versions[0]?.revision ?? 0;
}
