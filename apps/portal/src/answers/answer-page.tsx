/** @jsxImportSource preact */
import { answersRoutes, type PublicAnswer } from '@tongban/contract';
import { LinkList, Pairs } from '@tongban/ui';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Chinese, inLocale, Told } from '../words.tsx';

/** 一条答复: what the bureau says to a question, since when, and where to do it. */
export async function showAnswer(visit: Visit): Promise<PageAnswer> {
  const { say } = visit;
  const answer = await visit.call(answersRoutes.get, { params: { entry: visit.params.entry ?? '' } });
  return page(visit, {
    title: inLocale(visit, answer.title).text,
    back: { href: '/answers', words: say('常见问题', 'Questions') },
    children: (
      <>
        <h1>
          <Told visit={visit} words={answer.title} />
        </h1>
        <Text visit={visit} answer={answer} />
        <Pairs rows={factsOf(visit, answer)} />
        {answer.item !== undefined && answer.itemName !== undefined && (
          <LinkList
            rows={[
              {
                href: `/items/${answer.item}`,
                title: <Told visit={visit} words={answer.itemName} />,
                line: say('看办事指南，列出您要带的材料', 'See the guide and the papers you need'),
              },
            ]}
          />
        )}
      </>
    ),
  });
}

function Text({ visit, answer }: { readonly visit: Visit; readonly answer: PublicAnswer }) {
  const { text, missing } = inLocale(visit, answer.text);
  return (
    <div class="sheet stack stack--tight" lang={missing === true ? 'zh-CN' : undefined}>
      {text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => (
          <p key={line}>{line}</p>
        ))}
    </div>
  );
}

function factsOf(visit: Visit, { scopeName, since, validUntil, basis }: PublicAnswer) {
  const { say } = visit;
  return [
    { key: 'scope', label: say('适用范围', 'Holds in'), value: <Told visit={visit} words={scopeName} /> },
    { key: 'since', label: say('发布日期', 'Published'), value: since },
    ...(validUntil === undefined
      ? []
      : [{ key: 'until', label: say('有效期到', 'Valid until'), value: validUntil }]),
    ...(basis === undefined
      ? []
      : [{ key: 'basis', label: say('依据', 'Basis'), value: <Chinese visit={visit}>{basis}</Chinese> }]),
  ];
}
