import type { Platform } from '../../platform/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Notices } from '../notices/index.ts';
import { linkAgreed, linkAsked } from './events.ts';

type Deps = Pick<Platform, 'outbox'> & {
  notices: Pick<Notices, 'tell'>;
  identity: Pick<Identity, 'inTransaction'>;
};

/** 关联家人的通知: who is asked hears of it, and who asked hears that it was agreed. */
export function tellFamilies({ outbox, notices, identity }: Deps): void {
  outbox.subscribe({
    name: 'licences.tell-families',
    on: [linkAsked, linkAgreed],
    handle: async (tx, { type, data: { personId, byId } }) => {
      const who = (await identity.inTransaction(tx, byId)).name;
      await notices.tell(tx, { personId, event: type, about: `family:${byId}`, facts: { who } });
    },
  });
}
