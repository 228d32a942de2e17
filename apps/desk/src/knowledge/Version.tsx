import type { ReplyVersion } from '@tongban/contract';
import { dayWords, momentWords } from '../clocks/moments.ts';
import { knowledgeWords as said } from './words.ts';

type Props = {
  version: ReplyVersion;
  title: string | undefined;
  /** What it will replace: lines that are new are shown as such. */
  before: ReplyVersion | undefined;
};

/** One version: its words, and who stands behind them. */
export function Version({ version, title, before }: Props) {
  return (
    <article className="version">
      <h3>
        {title ?? said.version(version.version)}
        <span className={`state-tag state-${version.state}`}>{said.states[version.state]}</span>
        <span className="faint">{version.public ? said.shown : said.inside}</span>
      </h3>
      <Text text={version.text} before={before?.text} />
      {version.textEn === undefined ? null : (
        <div className="version-english" lang="en">
          <strong>{version.titleEn}</strong>
          <p>{version.textEn}</p>
        </div>
      )}
      <dl className="version-facts">
        {factsOf(version).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

/** 历次版本: what was said before, and until when. */
export function Versions({ versions }: { versions: readonly ReplyVersion[] }) {
  return (
    <section className="version-earlier">
      <h3>{said.earlier}</h3>
      <ol>
        {versions.map((one) => (
          <li key={one.version}>
            <details>
              <summary className="folded">
                <span>{said.version(one.version)}</span>
                <span className={`state-tag state-${one.state}`}>{said.states[one.state]}</span>
                <span className="faint">{momentWords(one.endedAt ?? one.changedAt)}</span>
                <span className="faint">{[...one.authors, one.approver ?? ''].join(' ')}</span>
              </summary>
              <p className="version-text">{one.text}</p>
              {one.note === undefined ? null : (
                <p className="faint">
                  {said.note}：{one.note}
                </p>
              )}
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Text({ text, before }: { text: string; before: string | undefined }) {
  const known = new Set(before?.split('\n'));
  return (
    <div className="version-text">
      {text.split('\n').map((line, at) => {
        const isNew = before !== undefined && line.trim() !== '' && !known.has(line);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line of a text has no other name than its place
          <p key={at}>{isNew ? <ins>{line}</ins> : line}</p>
        );
      })}
    </div>
  );
}

function factsOf(version: ReplyVersion): [string, string][] {
  const { usedWhen, also, basis, validUntil, authors, approver, inForceAt, note } = version;
  const rows: [string, string | undefined][] = [
    [said.usedWhen, usedWhen],
    [said.also, also.join('、')],
    [said.basis, basis],
    [said.validUntil, validUntil === undefined ? undefined : dayWords(validUntil)],
    [said.authors, authors.join('、')],
    [said.approver, approver],
    [said.since, inForceAt === undefined ? undefined : momentWords(inForceAt)],
    [said.note, note],
  ];
  return rows.flatMap(([label, value]) =>
    value === undefined || value === '' ? [] : [[label, value] as [string, string]],
  );
}
