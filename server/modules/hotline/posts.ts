import type { CheckedPost, OrderKind, PostRow } from '@tongban/contract';
import { asMachine, type SignedIn, type Tx } from '../../platform/index.ts';
import { postOf } from './parts.ts';
import { hashOf, type Taking, takePost } from './registering.ts';
import { faultsOf, type PostFault, type ReadPost, readPost } from './rules/posts.ts';

type Checked = CheckedPost & { readonly post: ReadPost };
type Wish = { kind: OrderKind; rows: readonly PostRow[] };

/** 社交媒体导入: what people posted in public becomes orders. The link stands for the receipt, so a post is taken once. */
export function createPosts(deps: Taking) {
  return {
    check: async (rows: readonly PostRow[]): Promise<{ rows: CheckedPost[] }> => ({
      rows: (await checked(deps, rows)).map(told),
    }),
    async take(tx: Tx, caller: SignedIn, { kind, rows }: Wish) {
      const { branch } = postOf(caller);
      const all = await checked(deps, rows);
      const taken: { row: number; order: string }[] = [];
      for (const { row, post, faults } of all) {
        if (faults.length > 0) continue;
        const { receipt } = await takePost(deps, tx, { kind, post, branch });
        taken.push({ row, order: receipt.order });
      }
      return { taken, left: all.filter(({ faults }) => faults.length > 0).map(told) };
    },
  };
}

function told({ row, title, faults }: Checked): CheckedPost {
  return { row, title, faults };
}

async function checked(deps: Taking, rows: readonly PostRow[]): Promise<Checked[]> {
  const now = deps.clock();
  const posts = rows.map(readPost);
  const links = posts.map(({ cells }) => cells.link);
  const known = await knownAmong(deps, links);
  return posts.map((post, at) => {
    const { link } = post.cells;
    const faults: PostFault[] = [
      ...faultsOf(post, now),
      ...(isEmergency(deps, post) ? (['emergency'] as const) : []),
      ...(links.indexOf(link) < at ? (['twice'] as const) : []),
      ...(known.has(link) ? (['known'] as const) : []),
    ];
    return { row: at + 1, title: post.title, faults, post };
  });
}

/** 紧急情况 is not queued, wherever it is told. */
function isEmergency({ rules }: Taking, { cells }: ReadPost): boolean {
  return rules.talk.emergencies.some(({ words }) => words.some((word) => cells.text.includes(word)));
}

/** Which of these links stand behind an order already, wherever in the house. */
async function knownAmong({ store }: Taking, links: readonly string[]): Promise<ReadonlySet<string>> {
  const keys = new Map(links.map((link) => [hashOf(link).toString('hex'), link]));
  const found = await asMachine('worker', () => store.keysAmong([...keys.keys()]));
  return new Set(found.flatMap((key) => keys.get(key) ?? []));
}
