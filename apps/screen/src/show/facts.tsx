/** @jsxImportSource preact */
import { SummaryList } from '@tongban/ui';
import type { FrameWords } from '../words.ts';
import type { ToAnswer } from './to-answer.ts';

type Items = Extract<ToAnswer, { kind: 'confirm' }>['items'];
type Results = Extract<ToAnswer, { kind: 'collect' }>['results'];
type Said = { readonly said: FrameWords };

/** 申请内容: each service with what was filled in, its documents, fee and time, and every promise in full. */
export function ConfirmFacts({ said, items }: Said & { readonly items: Items }) {
  return (
    <>
      {items.map((item, at) => (
        <article key={`${at} ${item.name}`} class="sheet">
          <h2>
            {items.length > 1 && <span class="sheet__count">{at + 1}</span>}
            <span lang="zh-CN">{item.name}</span>
          </h2>
          <SummaryList rows={[...item.rows.map(rowOf), ...termsOf(said, item)]} />
          {item.materials.length > 0 && <Materials said={said} materials={item.materials} />}
          {item.undertakings.length > 0 && <Undertakings said={said} undertakings={item.undertakings} />}
        </article>
      ))}
    </>
  );
}

/** 领取的证件: each with the number of its case. */
export function CollectFacts({ said, results }: Said & { readonly results: Results }) {
  return (
    <article class="sheet">
      <h2>{said.collect.list}</h2>
      <ul class="plain got" lang="zh-CN">
        {results.map(({ name, number }) => (
          <li key={number}>
            <strong>{name}</strong>
            <span class="small soft">
              {said.collect.number} {number}
            </span>
          </li>
        ))}
      </ul>
    </article>
  );
}

function Materials({ said, materials }: Said & { readonly materials: Items[number]['materials'] }) {
  return (
    <section class="part">
      <h3>{said.confirm.materials}</h3>
      <ul class="plain got" lang="zh-CN">
        {materials.map(({ name, how }, at) => (
          <li key={`${at} ${name}`}>
            <span>{name}</span>
            <span class="got__how">{how}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Undertakings({
  said,
  undertakings,
}: Said & { readonly undertakings: Items[number]['undertakings'] }) {
  return (
    <section class="undertakings">
      <h3>{said.confirm.undertakings}</h3>
      <p class="soft">{said.confirm.undertakingsLead}</p>
      {undertakings.map(({ title, paragraphs }) => (
        <div key={title} class="stack stack--tight" lang="zh-CN">
          <h4>{title}</h4>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      ))}
    </section>
  );
}

function rowOf({ label, value }: { label: string; value: string }, at: number) {
  const chinese = (text: string) => <span lang="zh-CN">{text}</span>;
  return { key: `${at} ${label}`, label: chinese(label), value: chinese(value) };
}

function termsOf({ confirm }: FrameWords, { fee, promise }: Items[number]) {
  return [
    ...(promise === undefined ? [] : [{ key: 'promise', label: confirm.promise, value: promise }]),
    ...(fee === undefined ? [] : [{ key: 'fee', label: confirm.fee, value: fee }]),
  ];
}
