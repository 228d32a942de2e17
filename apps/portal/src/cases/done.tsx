/** @jsxImportSource preact */
import { Banner, LinkButton, ScriptButton, SummaryList } from '@tongban/ui';
import { dayText, momentText } from '../days.ts';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Told } from '../words.tsx';
import { getCase } from './find-case.ts';

/** 提交成功: the number to quote, what happens next and when; the address can be opened again later. */
export async function showDone(visit: Visit): Promise<PageAnswer> {
  const view = await getCase(visit);
  const { say, city } = visit;
  const due = view.clocks.find((clock) => clock.kind === 'promised')?.dueOn;
  const title = say('已经提交', 'Submitted');
  return page(visit, {
    title,
    personal: true,
    children: (
      <>
        <Banner mood="ok">
          <h1>{title}</h1>
          <p>{say('办件编号', 'Case number')}</p>
          <p class="big-number">{view.case}</p>
        </Banner>
        <section class="sheet">
          <h2>{say('接下来', 'What happens next')}</h2>
          <ol class="stack stack--tight">
            <li>
              <b>
                <Told visit={visit} words={view.status.title} />
              </b>
              {say('：', ': ')}
              <Told visit={visit} words={view.status.line} />
            </li>
            <li>
              {say(
                '要补材料的，我们一次说全，短信通知您。',
                'If anything is missing we tell you everything at once, by text message.',
              )}
            </li>
            {due !== undefined && (
              <li>
                {say(`最晚 ${dayText(visit, due)} 办好。`, `Done by ${dayText(visit, due)} at the latest.`)}
              </li>
            )}
          </ol>
        </section>
        <section class="sheet">
          <SummaryList
            rows={[
              {
                key: 'name',
                label: say('办的事', 'Service'),
                value: <Told visit={visit} words={view.name} />,
              },
              { key: 'at', label: say('提交时间', 'Submitted'), value: momentText(visit, view.submittedAt) },
              {
                key: 'office',
                label: say('办理单位', 'Office'),
                value: <Told visit={visit} words={view.office} />,
              },
              ...(city.phone === undefined
                ? []
                : [
                    {
                      key: 'phone',
                      label: say('咨询电话', 'Enquiries'),
                      value: <a href={`tel:${city.phone}`}>{city.phone}</a>,
                    },
                  ]),
            ]}
          />
        </section>
        <div class="actions">
          <LinkButton href={`/cases/${view.case}`}>{say('看办理进度', 'Follow the case')}</LinkButton>
          <ScriptButton does="print">{say('打印或存成 PDF', 'Print or save as PDF')}</ScriptButton>
        </div>
        <p class="soft small">
          {say('这一页以后还能打开，从“我的办件”进来就行。', 'You can open this page again from “My cases”.')}
        </p>
      </>
    ),
  });
}
