/** @jsxImportSource preact */
import type { RatingOffer } from '@tongban/contract';
import { Face } from '@tongban/ui';
import { address } from '../address.ts';
import type { Visit } from '../visit.ts';
import { Told } from '../words.tsx';

type LevelsProps = {
  readonly visit: Visit;
  readonly levels: RatingOffer['levels'];
  /** The page where reasons are given and the rating is sent. */
  readonly to: string;
  readonly chosen?: number | undefined;
};

/** 五个等级: links, so that one tap says how it was and no script is needed. */
export function Levels({ visit, levels, to, chosen }: LevelsProps) {
  return (
    <ul class="levels">
      {levels.map(({ level, name, favourable }) => (
        <li key={level}>
          <a
            href={address(to, [['level', String(level)]])}
            class={favourable ? 'level' : 'level level--bad'}
            aria-current={chosen === level ? 'true' : undefined}
          >
            <Face level={level} />
            <span>
              <Told visit={visit} words={name} />
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
