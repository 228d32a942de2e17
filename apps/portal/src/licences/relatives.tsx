/** @jsxImportSource preact */
import { familyRoutes, type Relative } from '@tongban/contract';
import { Button, ErrorSummary, type FieldFault, Tag, TextInput } from '@tongban/ui';
import { first } from '../address.ts';
import { momentText } from '../days.ts';
import { faultsFrom, faultsTitle, messageFor } from '../faults.ts';
import { leadTo, page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';

type Typed = { readonly name: string; readonly number: string };
type Said = { readonly faults: readonly FieldFault[]; readonly typed?: Typed };

/** 家人: with whom I am linked, who asks me, and asking somebody myself. */
export function showRelatives(visit: Visit): Promise<PageAnswer> {
  return relativesPage(visit, { faults: [] });
}

/** Answers, ends or asks; each is one button. */
export async function takeRelatives(visit: Visit): Promise<PageAnswer> {
  const [act = '', person = ''] = (first(visit.request.form, 'do') ?? '').split(' ');
  const params = { person };
  switch (act) {
    case 'agree':
    case 'decline':
      await visit.call(familyRoutes.answer, { params, body: { agreed: act === 'agree' } });
      return leadTo(visit, '/licences/family');
    case 'end':
      await visit.call(familyRoutes.end, { params });
      return leadTo(visit, '/licences/family');
    default:
      return takeAsk(visit);
  }
}

async function takeAsk(visit: Visit): Promise<PageAnswer> {
  const { say } = visit;
  const field = (name: string) => (first(visit.request.form, name) ?? '').normalize('NFKC').trim();
  const typed = { name: field('name'), number: field('citizenNumber').replace(/\s/g, '').toUpperCase() };
  const faults = [
    ...(typed.name === '' ? [{ id: 'name', message: say('填写家人的姓名', 'Enter their name') }] : []),
    ...(typed.number === ''
      ? [{ id: 'citizenNumber', message: say('填写家人的身份证号码', 'Enter their identity number') }]
      : []),
  ];
  if (faults.length > 0) return relativesPage(visit, { faults, typed });
  try {
    await visit.call(familyRoutes.ask, { body: { name: typed.name, citizenNumber: typed.number } });
    return leadTo(visit, '/licences/family?asked=1');
  } catch (error) {
    return relativesPage(visit, { faults: faultsFrom(error, 'citizenNumber'), typed });
  }
}

async function relativesPage(visit: Visit, said: Said): Promise<PageAnswer> {
  const { say } = visit;
  const relatives = await visit.call(familyRoutes.list, {});
  const ofMe = relatives.filter(({ state }) => state === 'asked-of-me');
  const others = relatives.filter(({ state }) => state !== 'asked-of-me');
  const title = say('家人', 'Family');
  return page(visit, {
    title,
    status: said.faults.length === 0 ? 200 : 400,
    personal: true,
    back: { href: '/licences', words: say('我的证照', 'My licences') },
    children: (
      <>
        <ErrorSummary title={faultsTitle(visit, said.faults)} faults={said.faults} />
        <h1>{title}</h1>
        {first(visit.query, 'asked') !== undefined && (
          <p class="sheet" role="status">
            {say(
              '记下了。姓名和号码都对，对方会收到消息，登录后同意就关联了。',
              'Noted. If name and number are right, they get a message and can agree after signing in.',
            )}
          </p>
        )}
        {ofMe.map((one) => (
          <AskedOfMe key={one.person} visit={visit} one={one} />
        ))}
        {others.length > 0 && (
          <ul class="rows">
            {others.map((one) => (
              <Linked key={one.person} visit={visit} one={one} />
            ))}
          </ul>
        )}
        <AskForm visit={visit} said={said} />
      </>
    ),
  });
}

type One = { readonly visit: Visit; readonly one: Relative };

function AskedOfMe({ visit, one: { person, name, since } }: One) {
  const { say } = visit;
  return (
    <form class="sheet stack stack--tight" method="post" action="/licences/family">
      <h2>{say(`${name}想和您关联为家人`, `${name} asks to be linked with you`)}</h2>
      {since !== undefined && <p class="small soft">{momentText(visit, since)}</p>}
      <p>
        {say(
          '关联以后，您可以让对方替您亮某一张证照，逐张同意，随时能收回。不认识的人，点不同意。',
          'Once linked you can let them show a card of yours, card by card, and take it back at any time. Do not agree if you do not know them.',
        )}
      </p>
      <div class="actions">
        <Button name="do" value={`agree ${person}`}>
          {say('同意', 'Agree')}
        </Button>
        <Button look="quiet" name="do" value={`decline ${person}`}>
          {say('不同意', 'Do not agree')}
        </Button>
      </div>
    </form>
  );
}

function Linked({ visit, one: { person, name, mayEnd } }: One) {
  const { say } = visit;
  return (
    <li>
      <form class="row" method="post" action="/licences/family">
        <span>
          <b>{name}</b> <Tag mood="ok">{say('已关联', 'Linked')}</Tag>
        </span>
        {mayEnd && (
          <Button look="quiet" name="do" value={`end ${person}`}>
            {say('解除关联', 'End the link')}
          </Button>
        )}
      </form>
    </li>
  );
}

function AskForm({ visit, said }: { readonly visit: Visit; readonly said: Said }) {
  const { say } = visit;
  return (
    <form class="stack" method="post" action="/licences/family" novalidate>
      <h2>{say('关联一位家人', 'Link a relative')}</h2>
      <p>
        {say(
          '填家人的姓名和身份证号码。对方登录后同意，才算关联。',
          'Enter their name and identity number. You are linked once they have signed in and agreed.',
        )}
      </p>
      <TextInput
        id="name"
        name="name"
        width="middle"
        maxlength={40}
        value={said.typed?.name ?? ''}
        label={say('家人的姓名', 'Their name')}
        error={messageFor(said.faults, 'name')}
      />
      <TextInput
        id="citizenNumber"
        name="citizenNumber"
        width="middle"
        maxlength={30}
        value={said.typed?.number ?? ''}
        label={say('家人的身份证号码', 'Their identity number')}
        error={messageFor(said.faults, 'citizenNumber')}
      />
      <div class="actions">
        <Button name="do" value="ask">
          {say('请对方同意', 'Ask them')}
        </Button>
      </div>
    </form>
  );
}
