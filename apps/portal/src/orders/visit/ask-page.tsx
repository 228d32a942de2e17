/** @jsxImportSource preact */
import { Button, ErrorSummary, type FieldFault, Inset, Radios, TextArea, TextInput } from '@tongban/ui';
import { address } from '../../address.ts';
import { faultsTitle, messageFor } from '../../faults.ts';
import { page } from '../../frame.tsx';
import type { PageAnswer } from '../../page.ts';
import type { Visit } from '../../visit.ts';
import { Chinese } from '../../words.tsx';
import { aboutPairs, aboutWords } from '../about.ts';
import { SentTo, SignInFirst } from '../form-page.tsx';
import { usualLimit } from '../usual-limit.ts';
import type { Asked } from './asked.ts';
import { reasonWords } from './particulars.tsx';

type Shown = { readonly asked: Asked; readonly faults: readonly FieldFault[] };
type Parts = Shown & {
  readonly visit: Visit;
  readonly about: string | undefined;
  readonly usual: string | undefined;
};

/** What it is, why, where, and when it suits: the phone is known. */
export async function askPage(visit: Visit, shown: Shown): Promise<PageAnswer> {
  const { say } = visit;
  const { asked, faults } = shown;
  const about = asked.about === undefined ? undefined : await aboutWords(visit, asked.about);
  const usual = await usualLimit(visit, 'visit');
  const title = say('申请上门', 'Ask us to come to you');
  return page(visit, {
    title,
    status: faults.length === 0 ? 200 : 400,
    personal: true,
    back: {
      href: asked.about?.what === 'item' ? `/items/${asked.about.id}` : address('/orders/new', []),
      words: about ?? say('咨询、投诉、建议', 'Ask, complain, suggest'),
    },
    children: (
      <>
        <ErrorSummary title={faultsTitle(visit, faults)} faults={faults} />
        <div class="stack stack--tight">
          <h1>{title}</h1>
          <p class="soft">
            {say(
              '行动不便的，或单位人多一起办的，我们到您那里办。先和您约日子。',
              'If you cannot come, or many of one employer need the same, we come to you. We agree on a day first.',
            )}
          </p>
        </div>
        {visit.session.kind === 'citizen' ? (
          <Form {...shown} visit={visit} about={about} usual={usual} />
        ) : (
          <SignInFirst visit={visit} />
        )}
      </>
    ),
  });
}

function Form(parts: Parts) {
  const { visit, asked, usual } = parts;
  const { say } = visit;
  return (
    <form class="stack stack--wide" method="post" novalidate data-does="once">
      <input type="hidden" name="key" value={asked.key} />
      {aboutPairs(asked.about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Matter {...parts} />
      <Why {...parts} />
      <Where {...parts} />
      <p class="soft small">
        {say(
          '我们打您登记的电话和您约时间。地址只有受理和上门的单位看得到，谁看过有记录，从不公开。',
          'We call the phone we have of you. Your address is seen only by those who take this in and come, who looked is kept on record, and it is never made public.',
        )}
      </p>
      <SentTo visit={visit} usual={usual} />
      <div class="actions">
        <Button>{say('提交', 'Send')}</Button>
      </div>
    </form>
  );
}

function Matter({ visit, asked, about, faults }: Parts) {
  const { say } = visit;
  if (about === undefined)
    return (
      <TextInput
        id="matter"
        name="matter"
        label={say('想办什么事（可以不填）', 'What it is (optional)')}
        hint={say('比如：换身份证', 'Such as: renew an identity card')}
        value={asked.matter}
        maxlength={40}
        error={messageFor(faults, 'matter')}
      />
    );
  return (
    <Inset>
      <p>
        {say('要办的事：', 'About: ')}
        <Chinese visit={visit}>{about}</Chinese>
      </p>
    </Inset>
  );
}

function Why({ visit, asked, faults }: Parts) {
  const { say } = visit;
  const words = reasonWords(visit);
  return (
    <>
      <Radios
        id="reason"
        name="reason"
        label={say('为什么要上门', 'Why we should come')}
        error={messageFor(faults, 'reason')}
        options={[
          {
            ...{
              value: 'hard-to-move',
              label: words['hard-to-move'],
              chosen: asked.reason === 'hard-to-move',
            },
            hint: say('年老、生病、残疾，出门困难', 'Old, ill or disabled, and hard to get out'),
          },
          {
            ...{ value: 'many-people', label: words['many-people'], chosen: asked.reason === 'many-people' },
            hint: say('同一个单位的人办同样的事', 'People of one employer who need the same'),
          },
        ]}
      />
      <TextInput
        id="people"
        name="people"
        width="short"
        inputmode="numeric"
        label={say('一共几个人（单位一起办的填）', 'How many people (for an employer)')}
        unit={say('人', 'people')}
        value={asked.people}
        maxlength={4}
        error={messageFor(faults, 'people')}
      />
    </>
  );
}

function Where({ visit, asked, faults }: Parts) {
  const { say } = visit;
  return (
    <>
      <TextArea
        id="address"
        name="address"
        label={say('上门地址', 'Where to come')}
        hint={say('写到门牌号；单位写上名称和楼层。', 'To the door; of an employer the name and the floor.')}
        value={asked.address}
        maxlength={200}
        error={messageFor(faults, 'address')}
      />
      <TextInput
        id="suits"
        name="suits"
        label={say('什么时候方便（可以不填）', 'When it suits you (optional)')}
        hint={say('比如：工作日上午', 'Such as: weekday mornings')}
        value={asked.suits}
        maxlength={200}
        error={messageFor(faults, 'suits')}
      />
    </>
  );
}
