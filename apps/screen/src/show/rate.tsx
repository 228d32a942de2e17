/** @jsxImportSource preact */
import { Face } from '@tongban/ui';
import { useState } from 'preact/hooks';
import type { Rating, ToRate } from '../link/link.ts';
import type { FrameWords, Language } from '../words.ts';

type Props = {
  readonly said: FrameWords;
  readonly language: Language;
  readonly asked: ToRate;
  readonly rate: (given: Rating) => Promise<void>;
};
type Level = ToRate['offer']['levels'][number];

/** 请评价: the level by one tap, reasons as one likes, and sent by the second. */
export function Rate({ said, language, asked, rate }: Props) {
  const [level, choose] = useState<Level>();
  const [sent, setSent] = useState(false);
  if (sent) return <Thanked said={said} />;
  const { name, number, levels } = asked.offer;
  return (
    <section class="rate" aria-labelledby="rate">
      <h1 id="rate">{said.rate.title}</h1>
      <p class="quiet__then">
        <span lang={name.en === undefined ? 'zh-CN' : undefined}>{inLanguage(language, name)}</span> {number}
      </p>
      {level === undefined ? (
        <>
          <div class="rate__levels rate__levels--five">
            {levels.map((one) => (
              <button
                key={one.level}
                type="button"
                class={one.favourable ? 'rate__level' : 'rate__level rate__level--bad'}
                onClick={() => choose(one)}
              >
                <Face level={one.level} />
                {inLanguage(language, one.name)}
              </button>
            ))}
          </div>
          <p class="quiet__then">{said.rate.lead}</p>
        </>
      ) : (
        <Reasons
          {...{ said, language, level }}
          back={() => choose(undefined)}
          send={(reasons) =>
            rate({ visit: asked.visit, level: level.level, reasons }).then(() => setSent(true))
          }
        />
      )}
    </section>
  );
}

type ReasonsProps = {
  readonly said: FrameWords;
  readonly language: Language;
  readonly level: Level;
  readonly back: () => void;
  readonly send: (reasons: readonly string[]) => Promise<void>;
};

function Reasons({ said, language, level, back, send }: ReasonsProps) {
  const [ticked, tick] = useState<readonly string[]>([]);
  const [state, setState] = useState<'open' | 'sending' | 'failed'>('open');
  const press = () => {
    setState('sending');
    send(ticked).catch(() => setState('failed'));
  };
  const turn = (id: string) =>
    tick(ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id]);
  return (
    <>
      <p class="rate__chosen">{inLanguage(language, level.name)}</p>
      <fieldset class="rate__why">
        <legend>{said.rate.why}</legend>
        <div class="rate__levels">
          {level.reasons.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              class="rate__level rate__level--chip"
              aria-pressed={ticked.includes(id)}
              onClick={() => turn(id)}
            >
              {inLanguage(language, name)}
            </button>
          ))}
        </div>
      </fieldset>
      {state === 'failed' && <p role="alert">{said.rate.failed}</p>}
      <div class="rate__levels">
        <button type="button" class="button button--quiet" onClick={back}>
          {said.rate.back}
        </button>
        <button type="button" class="button" disabled={state === 'sending'} onClick={press}>
          {said.rate.send}
        </button>
      </div>
    </>
  );
}

function Thanked({ said }: { readonly said: FrameWords }) {
  const [done, next] = said.rate.thanks;
  return (
    <div class="quiet" role="status">
      <svg class="done done--sign" viewBox="0 0 48 48" aria-hidden="true">
        <circle cx="24" cy="24" r="22" />
        <path d="M14 25l7 7 14-15" />
      </svg>
      <h1>{done}</h1>
      <p class="quiet__then">{next}</p>
    </div>
  );
}

function inLanguage(language: Language, words: { zh: string; en?: string | undefined }): string {
  return language === 'en' ? (words.en ?? words.zh) : words.zh;
}
