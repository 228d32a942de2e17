/** @jsxImportSource preact */
import type { BasisView, ItemView } from '@tongban/catalogue';
import type { Hall } from '@tongban/contract';
import { Details, Tag } from '@tongban/ui';
import { DemoNote, HallFacts } from '../halls/hall-facts.tsx';
import type { Visit } from '../visit.ts';
import { Chinese, Said } from '../words.tsx';
import type { Told } from './told.ts';

const mostHalls = 3;

/** 办理环节. The days of each step belong to the master item; a city with its own promise shows only that. */
export function ItemSteps({ visit, here, view }: Told) {
  const ownPromise = here.edition.local?.promised !== undefined;
  return (
    <section>
      <h2>{visit.say('怎么办', 'How it goes')}</h2>
      <ol class="stack stack--tight">
        {view.steps.map((step) => (
          <li key={step.id}>
            <Said words={step.name} />
            {step.within && !ownPromise && (
              <span class="small soft">
                {visit.say('（', ' (')}
                <Said words={step.within} />
                {visit.say('）', ')')}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

export function ItemHalls({ visit, halls }: { readonly visit: Visit; readonly halls: readonly Hall[] }) {
  const { say } = visit;
  if (halls.length === 0) return null;
  return (
    <section>
      <h2>{say('到哪里办', 'Where')}</h2>
      <DemoNote visit={visit} halls={halls} />
      {halls.slice(0, mostHalls).map((hall) => (
        <Details key={hall.id} summary={<Chinese visit={visit}>{hall.name}</Chinese>}>
          <HallFacts visit={visit} hall={hall} />
        </Details>
      ))}
      {halls.length > mostHalls && (
        <p>
          <a href="/halls">{say(`看全部 ${halls.length} 个大厅`, `All ${halls.length} halls`)}</a>
        </p>
      )}
    </section>
  );
}

export function ItemFaq({ visit, view }: Told) {
  if (view.faq.length === 0) return null;
  return (
    <section>
      <h2>{visit.say('常见问题', 'Questions')}</h2>
      <div>
        {view.faq.map(({ q, a }) => (
          <Details key={q.text} summary={<Said words={q} />}>
            <p>
              <Said words={a} />
            </p>
          </Details>
        ))}
      </div>
    </section>
  );
}

export function ItemBasis({ visit, view }: Told) {
  const { say } = visit;
  return (
    <section>
      <h2>{say('办事依据', 'Legal basis')}</h2>
      <ul class="stack stack--tight">
        {view.basis.map((basis) => (
          <li key={`${basis.text.text} ${basis.source}`}>
            <BasisWords visit={visit} basis={basis} />
          </li>
        ))}
      </ul>
      <Remedies visit={visit} remedies={view.remedies} />
    </section>
  );
}

/** 依据: the law, where it was read, and an open word when nobody has checked it yet. */
export function BasisWords({ visit, basis }: { readonly visit: Visit; readonly basis: BasisView }) {
  const { say } = visit;
  return (
    <>
      <span lang="zh-CN">{basis.text.text}</span>{' '}
      {basis.recalled ? (
        <Tag mood="plain">{say('原文待核对', 'not yet checked against the text')}</Tag>
      ) : (
        <span class="small soft">
          {say(`来源 ${basis.source}`, `Source ${basis.source}`)}
          {basis.asOf && say(`，${basis.asOf} 核对`, `, checked ${basis.asOf}`)}
        </span>
      )}
    </>
  );
}

function Remedies({ visit, remedies }: { readonly visit: Visit; readonly remedies: ItemView['remedies'] }) {
  const { say } = visit;
  const words = {
    reconsideration: say('申请行政复议', 'Apply for administrative reconsideration'),
    litigation: say('向人民法院提起行政诉讼', 'Bring a case before the people’s court'),
    'stuck-window': say('到“办不成事”窗口反映', 'Go to the window for stuck matters'),
  };
  if (remedies.length === 0) return null;
  return (
    <>
      <h3>{say('对结果不服，您可以', 'If you disagree with the result, you can')}</h3>
      <ul>
        {remedies.map((remedy) => (
          <li key={remedy}>{words[remedy]}</li>
        ))}
      </ul>
    </>
  );
}
