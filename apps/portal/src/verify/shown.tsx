/** @jsxImportSource preact */
import { type ShownLicence, showsRoutes } from '@tongban/contract';
import { Banner, Button, LinkButton, SummaryList } from '@tongban/ui';
import { momentText } from '../days.ts';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import { findProblem } from '../problem.ts';
import type { Visit } from '../visit.ts';
import { Chinese, inLocale, Told } from '../words.tsx';

/** 扫亮证码: the address in the QR code. Only the button reads it, for a preview of the link must not use it up. */
export function showShown(visit: Visit): PageAnswer {
  const { say } = visit;
  const title = say('核验对方的证照', 'Check the licence you were shown');
  return page(visit, {
    title,
    personal: true,
    children: (
      <form class="stack" method="post" data-does="once">
        <h1>{title}</h1>
        <p>
          {say(
            '这个码只能看一次，一分钟内有效。对方会知道有人看过。',
            'The code can be read once, within one minute. The holder will know that it was read.',
          )}
        </p>
        <div class="actions">
          <Button>{say('查看', 'Check')}</Button>
        </div>
      </form>
    ),
  });
}

/** Reads the code and shows what was disclosed. */
export async function takeShown(visit: Visit): Promise<PageAnswer> {
  try {
    return shownPage(
      visit,
      await visit.call(showsRoutes.verify, { body: { code: visit.params.code ?? '' } }),
    );
  } catch (error) {
    const problem = findProblem(error);
    if (problem?.kind !== 'conflict' && problem?.kind !== 'invalid') throw error;
    return refusedPage(visit, problem.code === 'licences.show-forged', problem.message);
  }
}

function refusedPage(visit: Visit, forged: boolean, message: string): PageAnswer {
  const { say } = visit;
  const title = forged
    ? say('不能相信', 'Do not trust it')
    : say('这个码看不了了', 'This code can no longer be read');
  return page(visit, {
    title,
    status: forged ? 400 : 409,
    personal: true,
    children: (
      <>
        <h1 class="unseen">{title}</h1>
        <Banner big mood={forged ? 'danger' : 'warn'} title={title}>
          <p>{message}</p>
        </Banner>
        <p>
          {say(
            '什么都没有显示，也没有记录。让对方点“换一个”，再扫一次。',
            'Nothing was shown or recorded. Ask for a new code and scan again.',
          )}
        </p>
        <div class="actions">
          <LinkButton look="quiet" href="/">
            {say('回到首页', 'Home')}
          </LinkButton>
        </div>
      </>
    ),
  });
}

function shownPage(visit: Visit, shown: ShownLicence): PageAnswer {
  const { say } = visit;
  const { good, headline, line } = verdictOf(visit, shown);
  return page(visit, {
    title: headline,
    personal: true,
    children: (
      <>
        <h1 class="unseen">{headline}</h1>
        <Banner big mood={good ? 'ok' : 'danger'} title={headline}>
          <p>{line}</p>
        </Banner>
        {shown.demo && (
          <Banner mood="warn" title={say('这是演示用的证照', 'This is a demonstration licence')}>
            <p>{say('没有法律效力。', 'It has no legal effect.')}</p>
          </Banner>
        )}
        {shown.facts !== undefined && (
          <section class="sheet">
            <h2>
              {shown.name === undefined ? say('证照', 'Licence') : <Told visit={visit} words={shown.name} />}
            </h2>
            <SummaryList
              rows={shown.facts.map(({ label, value }, at) => ({
                key: `${at} ${label.zh}`,
                label: <Told visit={visit} words={label} />,
                value: <Chinese visit={visit}>{value}</Chinese>,
              }))}
            />
          </section>
        )}
        <p class="small soft">
          {say('核验时间 ', 'Checked at ')}
          {momentText(visit, shown.checkedAt)}
          {say('。对方只同意给您看这些。', '. The holder agreed to show you this and nothing else.')}
        </p>
      </>
    ),
  });
}

/** The answer in one line, large enough to be read across a counter. */
function verdictOf(visit: Visit, shown: ShownLicence) {
  const { say } = visit;
  if (shown.disclosure === 'adult') {
    const good = shown.adult === true;
    return {
      good,
      headline: good
        ? say('已满 18 岁', '18 or older')
        : say('不能证明已满 18 岁', 'Not proved to be 18 or older'),
      line: say('按证照上的出生日期算的。', 'Worked out from the date of birth on the licence.'),
    };
  }
  const name = shown.name === undefined ? '' : inLocale(visit, shown.name).text;
  return {
    good: shown.valid,
    headline: shown.valid ? say('有效', 'Valid') : say('现在无效', 'Not valid now'),
    line:
      shown.keptSince === undefined
        ? name
        : say(
            `${name}。这是离线证，${momentText(visit, shown.keptSince)} 存的，要看内容请对方联网亮码。`,
            `${name}. Kept offline at ${momentText(visit, shown.keptSince)}; for more, ask for a live code.`,
          ),
  };
}
