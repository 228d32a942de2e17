import Type from 'typebox';
import { announce, newId, type Tx, topic } from '../../platform/index.ts';
import { indexes, type Parts, places } from './parts.ts';
import type { CallNews } from './ports/telephone.ts';
import type { CallStore } from './store/calls.ts';
import type { CallRow } from './store/tables.ts';

type Deps = Pick<Parts, 'vault'> & { calls: CallStore };
/** A call at somebody’s place has changed; carries its id and nothing else. */
export const callTopic = topic('hotline.call', Type.Object({ call: Type.String() }));
const order = { ringing: 0, answered: 1, ended: 2 } as const;

type Taken = { news: CallNews; simulated: boolean };

/** Takes one piece of news; what is known already, or rings where nobody sits, changes nothing. */
export async function takeCall(deps: Deps, tx: Tx, { news, simulated }: Taken): Promise<CallRow | undefined> {
  const { calls } = deps;
  const known = await calls.byReference(tx, news.call);
  if (known === undefined) {
    const place = await calls.placeAt(tx, news.extension);
    return place === undefined ? undefined : keepCall(deps, tx, { news, simulated, place });
  }
  if (order[news.state] <= order[known.state]) return undefined;
  const ended = news.state === 'ended' ? { ended_at: new Date(news.at) } : {};
  await calls.change(tx, known.call_id, { state: news.state, ...ended });
  await announce(tx, { topic: callTopic, key: known.person_id, data: { call: known.call_id } });
  return known;
}

type Kept = Taken & { place: { person_id: string; branch: string } };

/** Keeps a call at a place, and tells whoever sits there. */
export async function keepCall(
  { calls, vault }: Deps,
  tx: Tx,
  { news, simulated, place }: Kept,
): Promise<CallRow> {
  const callId = newId();
  const at = new Date(news.at);
  const row: CallRow = {
    ...{ call_id: callId, reference: news.call, person_id: place.person_id, branch: place.branch },
    ...{
      phone: vault.seal(places.callPhone(callId), news.phone),
      phone_index: vault.index(indexes.phone, news.phone),
    },
    ...{
      dialled: news.dialled,
      state: news.state,
      simulated,
      at,
      wrap_up: undefined,
      order_number: undefined,
    },
    ended_at: news.state === 'ended' ? at : undefined,
  };
  await calls.insert(tx, row);
  await announce(tx, { topic: callTopic, key: place.person_id, data: { call: callId } });
  return row;
}
