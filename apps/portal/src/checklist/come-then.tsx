/** @jsxImportSource preact */
import type { BookableHall } from '@tongban/contract';
import { Details, LinkButton } from '@tongban/ui';
import { hallsAddress } from '../book/aim.ts';
import { Times } from '../book/choose-hall.tsx';
import { DemoNote, HallFacts } from '../halls/hall-facts.tsx';
import { Chinese } from '../words.tsx';
import type { Listed } from './listed.ts';

const mostHalls = 3;

/** 带上这些，这个时间来: the halls that take the matter, each with its earliest free time. */
export function ComeThen({
  visit,
  view,
  asking,
  outcome,
  halls,
}: Listed & { readonly halls: readonly BookableHall[] }) {
  const { say } = visit;
  if (halls.length === 0) return null;
  const { is } = outcome.verdict;
  const goesOn = is === 'yes' || is === 'unknown';
  const aim = { item: view.id, answers: asking.pairs };
  return (
    <section class="stack no-print">
      <h2>
        {goesOn ? say('带上这些，这个时间来', 'Bring these, come then') : say('到哪里问', 'Where to ask')}
      </h2>
      <DemoNote visit={visit} halls={halls} />
      <ul class="rows">
        {halls.slice(0, mostHalls).map((hall, at) => (
          <li key={hall.hall}>
            <h3>
              <Chinese visit={visit}>{hall.name}</Chinese>
            </h3>
            {goesOn && <Times visit={visit} aim={aim} hall={hall} quiet={at > 0} />}
            <Details summary={say('地址和时间', 'Address and hours')}>
              <HallFacts visit={visit} hall={hall} />
            </Details>
          </li>
        ))}
      </ul>
      {goesOn && halls.length > mostHalls && (
        <div class="actions">
          <LinkButton look="quiet" href={hallsAddress(aim)}>
            {say(`看全部 ${halls.length} 个大厅`, `All ${halls.length} halls`)}
          </LinkButton>
        </div>
      )}
    </section>
  );
}
