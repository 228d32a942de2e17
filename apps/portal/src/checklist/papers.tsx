/** @jsxImportSource preact */
import type { ChecklistLine } from '@tongban/catalogue';
import { Details, Pairs, type SummaryRow, Tag } from '@tongban/ui';
import { BasisWords } from '../item/item-more.tsx';
import type { Visit } from '../visit.ts';
import { Chinese, Said } from '../words.tsx';
import type { Listed } from './listed.ts';

const mostPossible = 8;

/** 要带的材料: what is certain first, then what may still be needed. */
export function Papers({ visit, outcome }: Listed) {
  const { say } = visit;
  const required = outcome.checklist.filter((line) => line.state === 'required');
  const possible = outcome.checklist.filter((line) => line.state === 'possible');
  return (
    <>
      {required.length > 0 && (
        <section class="stack">
          <h2>{say(`要带的 ${required.length} 样`, `Bring these ${required.length}`)}</h2>
          <Lines visit={visit} lines={required} />
        </section>
      )}
      {possible.length > 0 && (
        <section class="stack">
          <h2>{say(`可能要带的 ${possible.length} 样`, `You may need these ${possible.length}`)}</h2>
          {possible.length > mostPossible ? (
            <Short visit={visit} lines={possible} />
          ) : (
            <Lines visit={visit} lines={possible} />
          )}
        </section>
      )}
    </>
  );
}

/** Many that are still open: names only, for the questions to come will strike most of them. */
function Short({ visit, lines }: { readonly visit: Visit; readonly lines: readonly ChecklistLine[] }) {
  return (
    <div class="sheet">
      <p>
        {visit.say(
          '答完剩下的问题，多数就不用带了。',
          'Answer the remaining questions and most of these drop out.',
        )}
      </p>
      <Details summary={visit.say('看看是哪些', 'Show them')}>
        <ul>
          {lines.map((line) => (
            <li key={`${line.id} ${line.person?.number}`}>
              <Said words={line.name} /> <Whose visit={visit} line={line} />
            </li>
          ))}
        </ul>
      </Details>
    </div>
  );
}

function Lines({ visit, lines }: { readonly visit: Visit; readonly lines: readonly ChecklistLine[] }) {
  return (
    <ol class="papers">
      {lines.map((line) => (
        <li
          key={`${line.id} ${line.person?.number}`}
          class={line.state === 'possible' ? 'paper paper--possible' : 'paper'}
        >
          <div class="paper__in">
            <div class="paper__head">
              <h3>
                <Said words={line.name} />
              </h3>
              <Whose visit={visit} line={line} />
            </div>
            <p>
              <Said words={line.form} />
            </p>
            <Pairs rows={rowsOf(visit, line)} />
            <More visit={visit} line={line} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Whose({ visit, line }: { readonly visit: Visit; readonly line: ChecklistLine }) {
  if (line.person === undefined) return null;
  return (
    <Tag mood="plain">
      <Chinese visit={visit}>{line.person.group}</Chinese>{' '}
      {visit.say(`第 ${line.person.number} 位`, `no. ${line.person.number}`)}
    </Tag>
  );
}

/** What a person asks about a line: why me, can I do without it, where do I get it, how do I photograph it. */
function rowsOf({ say }: Visit, line: ChecklistLine): SummaryRow[] {
  const row = (key: string, label: string, words: ChecklistLine['name'] | undefined): SummaryRow[] =>
    words === undefined ? [] : [{ key, label, value: <Said words={words} /> }];
  const why = line.why.map((words) => (
    <div key={words.text}>
      <Said words={words} />
    </div>
  ));
  return [
    { key: 'why', label: say('为什么要', 'Why'), value: why },
    ...row('substitute', say('不带行不行', 'Instead'), line.substitute),
    ...row('holder', say('谁的', 'Whose'), line.holder),
    ...row('issuer', say('谁出的', 'Issued by'), line.issuer),
    ...row('get', say('没有怎么办', 'Where to get it'), line.get),
    ...row('photo', say('怎么拍', 'Photo'), line.photo?.tip),
  ];
}

function More({ visit, line }: { readonly visit: Visit; readonly line: ChecklistLine }) {
  const { say } = visit;
  return (
    <Details summary={<span class="small">{say('工作人员会核对什么', 'What our staff check')}</span>}>
      <ul class="small">
        {line.checkpoints.map((one) => (
          <li key={one.id}>
            <Said words={one.check} />
          </li>
        ))}
      </ul>
      <p class="small">
        {say('依据：', 'Basis: ')}
        <BasisWords visit={visit} basis={line.basis} />
      </p>
    </Details>
  );
}
