import { postSigned, type SignedPeer } from '../../../platform/index.ts';

/** What the register says of a name and number; `division` is that of the household registration, where told. */
type RegisterAnswer =
  | { readonly match: true; readonly division?: string }
  | { readonly match: false; readonly why: 'unknown' | 'name' };

/** 人口库: tells whether a citizen number belongs to a name. Throws when it cannot be reached. */
export type PopulationRegister = {
  readonly kind: 'http' | 'simulator';
  readonly check: (person: { name: string; citizenNumber: string }) => Promise<RegisterAnswer>;
};

export type RegisteredPerson = {
  readonly name: string;
  readonly citizenNumber: string;
  readonly division?: string;
};

/** Simulates the register with the invented people of the demo bureau. */
export function createRegisterSimulator(people: readonly RegisteredPerson[]): PopulationRegister {
  const byNumber = new Map(people.map((person) => [person.citizenNumber, person]));
  return {
    kind: 'simulator',
    async check({ name, citizenNumber }) {
      const found = byNumber.get(citizenNumber);
      if (found === undefined) return { match: false, why: 'unknown' };
      if (found.name !== name) return { match: false, why: 'name' };
      return { match: true, ...(found.division === undefined ? {} : { division: found.division }) };
    },
  };
}

/** Asks a register over HTTP by signed JSON. */
export function createRegisterHttp(peer: SignedPeer): PopulationRegister {
  return {
    kind: 'http',
    check: async (person) => readAnswer(await (await postSigned(peer, person)).json()),
  };
}

function readAnswer(told: unknown): RegisterAnswer {
  if (typeof told !== 'object' || told === null || !('match' in told))
    throw new Error('unreadable register answer');
  if (told.match === true) {
    return 'division' in told && typeof told.division === 'string'
      ? { match: true, division: told.division }
      : { match: true };
  }
  return { match: false, why: 'why' in told && told.why === 'name' ? 'name' : 'unknown' };
}
