/** @jsxImportSource preact */
import type { RatingOffer } from '@tongban/contract';
import { Face } from '@tongban/ui';
import { useState } from 'preact/hooks';
import { useKiosk } from '../journey/kiosk.ts';
import type { Rated } from '../journey/steps.ts';
import { useTask } from '../journey/use-task.ts';
import { dayText } from '../parts/clock.tsx';
import { Icon } from '../parts/icons.tsx';
import { Page } from '../parts/page.tsx';
import { worded } from './mine.tsx';

type Props = { readonly rated: Rated; readonly offer: RatingOffer };
type Level = RatingOffer['levels'][number];

/** 请评价: the level by one touch, chips as one likes, and sent by the second. */
export function Rate({ rated, offer }: Props) {
  const { said, language, doors, known, go } = useKiosk();
  const task = useTask();
  const [level, choose] = useState<Level>();
  const send = (reasons: readonly string[]) => {
    if (level === undefined) return;
    void task.run(
      () => doors.rate(known, rated, { level: level.level, reasons }),
      (own) => go({ at: 'rated', ...(own?.repair === undefined ? {} : { dueOn: own.repair.dueOn }) }),
    );
  };
  const lead = `${worded(offer.name, language)} · ${offer.number}`;
  if (!offer.may)
    return (
      <Page title={said.rate.title} lead={lead}>
        <p class="nothing">{whyNot(said.rate, offer)}</p>
      </Page>
    );
  return (
    <Page title={said.rate.title} lead={lead} fault={task.fault}>
      <div class="faces">
        {(level === undefined ? offer.levels : [level]).map((one) => (
          <button
            key={one.level}
            type="button"
            class={one.favourable ? 'face-key' : 'face-key face-key--bad'}
            aria-pressed={one.level === level?.level}
            onClick={() => choose(level === undefined ? one : undefined)}
          >
            <Face level={one.level} />
            {worded(one.name, language)}
            {level !== undefined && <span class="face-key__again">{said.rate.again}</span>}
          </button>
        ))}
      </div>
      {level !== undefined && <Reasons key={level.level} level={level} busy={task.busy} send={send} />}
    </Page>
  );
}

type ReasonsProps = {
  readonly level: Level;
  readonly busy: boolean;
  readonly send: (reasons: readonly string[]) => void;
};

function Reasons({ level, busy, send }: ReasonsProps) {
  const { said, language } = useKiosk();
  const [ticked, tick] = useState<readonly string[]>([]);
  const turn = (id: string) =>
    tick(ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id]);
  return (
    <>
      <fieldset class="chips">
        <legend>{said.rate.why}</legend>
        {level.reasons.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            class="chip"
            aria-pressed={ticked.includes(id)}
            onClick={() => turn(id)}
          >
            {worded(name, language)}
          </button>
        ))}
      </fieldset>
      <button type="button" class="main main--tall" disabled={busy} onClick={() => send(ticked)}>
        {said.rate.send}
      </button>
    </>
  );
}

/** 谢谢: what becomes of a bad rating is said at once. */
export function RatedThanks({ dueOn }: { readonly dueOn?: string | undefined }) {
  const { said, language, finish } = useKiosk();
  const lead = dueOn === undefined ? said.rate.thanksLead : said.rate.repair(dayText(dueOn, language));
  return (
    <Page last title={said.rate.thanks} lead={lead}>
      <div class="slot slot--done">
        <Icon name="done" />
      </div>
      <button type="button" class="main main--tall" onClick={finish}>
        {said.rate.done}
      </button>
    </Page>
  );
}

type RateWords = { readonly rated: string; readonly late: string; readonly open: string };

function whyNot(said: RateWords, { why }: RatingOffer): string {
  if (why === 'rated') return said.rated;
  return why === 'too-late' ? said.late : said.open;
}
