import { toy } from '../kayak-content.fixture.ts';

/** Another toy with an id and a name of its own. */
export const named = (id: string, name: string) => (text: string) =>
  text.replace('id: kayak', `id: ${id}`).replace('皮划艇下水登记', name);
/** An identity card that may be left out in one way only. */
export const onlyIdentity = (substitute: string) => (text: string) =>
  text
    .replace('  substitute: {by: licence, licence: resident-id}\n', substitute)
    .replace('  when: not(授权电子证照)\n', '');

const promise = `  substitute:
    by: promise
    promise:
      basis: [{law: 皮划艇管理办法, article: 第四条, source: KAYAK1}]
      proves: 您就是您说的那个人。
      conditions: [您用的是真名]
      liability: [承诺不实的，撤销登记。]
      check_within: {days: 20, unit: working, source: KAYAK1}
      public: false
      source: KAYAK1
`;

/** An item whose identity card may be left out by a promise. */
export const punt = toy('punt', named('punt', '撑船登记'), onlyIdentity(promise));
