/** @jsxImportSource preact */
import { filesRoutes, type Verification } from '@tongban/contract';
import {
  Banner,
  Button,
  ErrorSummary,
  type FieldFault,
  LinkButton,
  type Mood,
  SummaryList,
  TextInput,
} from '@tongban/ui';
import { first } from '../address.ts';
import { dayText } from '../days.ts';
import { faultsTitle, messageFor } from '../faults.ts';
import { leadTo, page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import { findProblem } from '../problem.ts';
import type { Visit } from '../visit.ts';
import { Chinese, Told } from '../words.tsx';

const longest = 40;

/** 核验证照: type the code printed on a paper, or scan it. */
export function showVerify(visit: Visit): PageAnswer {
  const asked = first(visit.query, 'code');
  if (asked === undefined) return formPage(visit, '', []);
  const code = tidy(asked);
  if (code === '')
    return formPage(visit, '', [{ id: 'code', message: visit.say('填写核验码', 'Enter the code') }]);
  return leadTo(visit, `/verify/${encodeURIComponent(code)}`);
}

/** What a code stands for, for anybody who holds the paper: what to compare, and the digest of the file. */
export async function showVerified(visit: Visit): Promise<PageAnswer> {
  const code = tidy(visit.params.code ?? '');
  try {
    return resultPage(visit, await visit.call(filesRoutes.verify, { params: { code } }));
  } catch (error) {
    const problem = findProblem(error);
    if (problem?.kind !== 'missing' && problem?.kind !== 'invalid') throw error;
    return formPage(
      visit,
      code,
      [{ id: 'code', message: problem.message }],
      problem.kind === 'missing' ? 404 : 400,
    );
  }
}

function tidy(code: string): string {
  return code.normalize('NFKC').replace(/[\s-]/g, '').slice(0, longest);
}

function formPage(visit: Visit, code: string, faults: readonly FieldFault[], status = 400): PageAnswer {
  const { say } = visit;
  const title = say('核验证照', 'Check a certificate');
  return page(visit, {
    title,
    status: faults.length === 0 ? 200 : status,
    back: { href: '/', words: say('首页', 'Home') },
    children: (
      <form class="stack" method="get" action="/verify" novalidate>
        <ErrorSummary title={faultsTitle(visit, faults)} faults={faults} />
        <h1>{title}</h1>
        <p>
          {say(
            '证件和文书上印有核验码。填进来，就知道是不是我们发的、现在还有没有效。',
            'Our certificates and papers carry a code. Enter it to see whether we issued it and whether it is still valid.',
          )}
        </p>
        <TextInput
          id="code"
          name="code"
          label={say('核验码', 'Code')}
          hint={say(
            '在二维码旁边，空格和横线可以不填。',
            'Beside the QR code; spaces and hyphens do not matter.',
          )}
          value={code}
          width="middle"
          maxlength={60}
          error={messageFor(faults, 'code')}
        />
        <div class="actions">
          <Button>{say('核验', 'Check')}</Button>
        </div>
      </form>
    ),
  });
}

function resultPage(visit: Visit, found: Verification): PageAnswer {
  const { say } = visit;
  const title = say('核验结果', 'Result');
  return page(visit, {
    title,
    personal: true,
    back: { href: '/verify', words: say('再核验一份', 'Check another') },
    children: (
      <>
        <h1>{title}</h1>
        <State visit={visit} found={found} />
        {found.demo && (
          <Banner mood="warn" title={say('这是演示用的证件', 'This is a demonstration document')}>
            <p>
              {say(
                '由演示环境签发，没有法律效力。',
                'It was issued by a demonstration and has no legal effect.',
              )}
            </p>
          </Banner>
        )}
        <section class="sheet">
          <h2>{say('拿手里的证件比一比', 'Compare with the paper in your hand')}</h2>
          <SummaryList
            rows={[
              {
                key: 'title',
                label: say('名称', 'Document'),
                value: <Told visit={visit} words={found.title} />,
              },
              ...found.facts.map(({ label, value }, at) => ({
                key: `${at} ${label.zh}`,
                label: <Told visit={visit} words={label} />,
                value: <Chinese visit={visit}>{value}</Chinese>,
              })),
              {
                key: 'issuer',
                label: say('签发单位', 'Issued by'),
                value: <Chinese visit={visit}>{found.issuer}</Chinese>,
              },
              {
                key: 'issued',
                label: say('签发日期', 'Issued on'),
                value: dayText(visit, found.issuedOn, { year: true }),
              },
              ...(found.validUntil === undefined
                ? []
                : [
                    {
                      key: 'until',
                      label: say('有效期到', 'Valid until'),
                      value: dayText(visit, found.validUntil, { year: true }),
                    },
                  ]),
              { key: 'code', label: say('核验码', 'Code'), value: <span class="numbers">{found.code}</span> },
            ]}
          />
          <p>
            {say(
              '有一处不一样，手里的就不是原件，不要相信。',
              'If anything differs, the paper is not genuine.',
            )}
          </p>
        </section>
        <section class="sheet">
          <h2>{say('核对电子文件', 'For the electronic file')}</h2>
          <p class="small">{say('PDF 文件的 SHA-256 应当是：', 'The SHA-256 of the PDF must be:')}</p>
          <p class="numbers small">
            <code>{found.sha256}</code>
          </p>
        </section>
        <div class="actions">
          <LinkButton look="quiet" href="/verify">
            {say('再核验一份', 'Check another')}
          </LinkButton>
        </div>
      </>
    ),
  });
}

function State({ visit, found }: { readonly visit: Visit; readonly found: Verification }) {
  const { say } = visit;
  const told: Readonly<Record<Verification['state'], readonly [Mood, string, string]>> = {
    valid: ['ok', say('有效', 'Valid'), say('是我们签发的，现在有效。', 'We issued it and it is valid now.')],
    expired: [
      'warn',
      say('已过期', 'Expired'),
      say('是我们签发的，但已过有效期。', 'We issued it, but it has expired.'),
    ],
    revoked: [
      'danger',
      say('已作废', 'Revoked'),
      say('是我们签发的，但已经作废，不能再用。', 'We issued it, but it was revoked.'),
    ],
    replaced: [
      'warn',
      say('已换新', 'Replaced'),
      say('是我们签发的，后来换了新的，以新的为准。', 'We issued it, but a newer one replaced it.'),
    ],
  };
  const [mood, headline, line] = told[found.state];
  return (
    <Banner big mood={mood} title={headline}>
      <p>{line}</p>
    </Banner>
  );
}
