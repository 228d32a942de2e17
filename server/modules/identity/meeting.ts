import { checkCitizenNumber, Problem } from '@tongban/kernel';
import type { Tx } from '../../platform/index.ts';
import type { createPeople } from './people.ts';
import type { PopulationRegister } from './ports/population-register.ts';
import { faultsOf, refuseFaults, tidyPhone } from './rules.ts';

type Deps = { register: PopulationRegister; people: ReturnType<typeof createPeople> };
type Shown = { name: string; citizenNumber: string; phone?: string };

/** 到场: a person at a window, known by their exact name and number together; there is no search for people. */
export function createMeeting({ register, people }: Deps) {
  return {
    /** The person of a name and a number; whoever is not known yet is checked against the register and enrolled. */
    async meet(tx: Tx, shown: Shown): Promise<string> {
      refuseFaults(faultsOf(shown));
      const name = shown.name.trim();
      const phone = shown.phone === undefined ? {} : { phone: tidyPhone(shown.phone) };
      const known = await people.findByNumber(tx, shown.citizenNumber);
      const division = known?.name === name ? {} : await registered(register, shown);
      return people.enrolCitizen(tx, { name, citizenNumber: shown.citizenNumber, ...phone, ...division });
    },
  };
}

/** Asks the register whether name and number belong together; refuses when they do not. */
export async function registered(
  register: PopulationRegister,
  typed: { name: string; citizenNumber: string },
): Promise<{ division?: string }> {
  const number = checkCitizenNumber(typed.citizenNumber);
  const answer = await register
    .check({ name: typed.name.trim(), citizenNumber: number.ok ? number.number : typed.citizenNumber })
    .catch(() => {
      throw new Problem(
        'identity.register-away',
        'unavailable',
        '现在核对不了身份，过几分钟再试，或带身份证到大厅办理',
      );
    });
  if (answer.match) return answer.division === undefined ? {} : { division: answer.division };
  const say = '姓名和身份证号码对不上，请照身份证再填一次';
  // Which of the two is wrong stays unsaid, so that nobody can look people up.
  throw new Problem('identity.register-mismatch', 'invalid', say, [
    { pointer: '/name', code: 'mismatch', message: say },
  ]);
}
