/** @jsxImportSource preact */
import { useRef, useState } from 'preact/hooks';
import type { Answer } from '../link/link.ts';
import { SignPanel } from '../sign/sign-panel.tsx';
import { WrongPanel } from '../sign/wrong-panel.tsx';
import type { FrameWords } from '../words.ts';
import { ReadAloud } from './aloud.tsx';
import { CollectFacts, ConfirmFacts } from './facts.tsx';
import { More } from './more.tsx';
import type { ToAnswer } from './to-answer.ts';

type Props = {
  readonly said: FrameWords;
  readonly show: ToAnswer;
  readonly answer: (given: Answer) => Promise<void>;
};

/** 核对并签名: everything the person is asked about, and beside it the ways to answer. It forgets all when it goes. */
export function Asked({ said, show, answer }: Props) {
  const [wrong, setWrong] = useState(false);
  const facts = useRef<HTMLElement>(null);
  const about = show.kind === 'confirm' ? show.sitting : show.collection;
  const title = show.kind === 'confirm' ? said.confirm.title : said.collect.title;
  return (
    <div class="asked">
      <section ref={facts} class="asked__facts" aria-label={title}>
        <div class="asked__head">
          <h1>{title}</h1>
          <ReadAloud said={said} of={facts} />
        </div>
        <p class="who" lang="zh-CN">
          <strong>{show.person.name}</strong>
          <span>{show.person.citizenNumber}</span>
        </p>
        {show.kind === 'confirm' ? (
          <ConfirmFacts said={said} items={show.items} />
        ) : (
          <CollectFacts said={said} results={show.results} />
        )}
        <More said={said} of={facts} />
      </section>
      {wrong ? (
        <WrongPanel said={said} about={about} answer={answer} back={() => setWrong(false)} />
      ) : (
        <SignPanel
          said={said}
          about={about}
          declaration={show.declaration}
          answer={answer}
          wrong={() => setWrong(true)}
        />
      )}
    </div>
  );
}
