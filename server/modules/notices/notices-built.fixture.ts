import type { Platform } from '../../platform/index.ts';
import { createIdentity, createRegisterSimulator } from '../identity/index.ts';
import { createNotices, createTextMessages, type NoticePorts } from './index.ts';
import { kayakBook } from './kayak-book.fixture.ts';

/** 皮划艇的通知: the notices of a toy bureau, on a platform and over providers of one's own. */
export function buildNotices(platform: Platform, ports: NoticePorts) {
  const telling = { ...platform, book: kayakBook, ports };
  const { carrying, codes } = createTextMessages(telling);
  const identity = createIdentity({
    ...{ ...platform, ports: { sms: codes, register: createRegisterSimulator([]) } },
  });
  const notices = createNotices({ ...telling, identity, sms: carrying });
  return { identity, notices, codes };
}
