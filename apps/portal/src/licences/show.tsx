/** @jsxImportSource preact */
import { type Disclosure, disclosures, type ShowCode, showsRoutes } from '@tongban/contract';
import { Button, LinkButton, Radios } from '@tongban/ui';
import { first } from '../address.ts';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { inLocale, Told } from '../words.tsx';
import { findShowable, type Showable } from './find-card.ts';
import { Qr } from './qr.tsx';

/** 亮码: first what the other side may see; nothing is chosen beyond the least that usually serves. */
export async function showShowing(visit: Visit): Promise<PageAnswer> {
  const { say } = visit;
  const card = await findShowable(visit);
  const title = say('给对方看什么', 'What may the other side see?');
  return page(visit, {
    title,
    personal: true,
    back: { href: '/licences', words: say('我的证照', 'My licences') },
    children: (
      <form class="stack" method="post" action={`/licences/${card.licence}/show`}>
        <p class="soft">
          <Whose visit={visit} card={card} />
        </p>
        <Radios id="disclosure" name="disclosure" heading label={title} options={optionsFor(visit, card)} />
        <div class="actions">
          <Button>{say('亮码', 'Show the code')}</Button>
        </div>
      </form>
    ),
  });
}

/** Makes a code and shows it; a browser without scripts gets the next one by the button. */
export async function takeShow(visit: Visit): Promise<PageAnswer> {
  const { say } = visit;
  const card = await findShowable(visit);
  const wished = first(visit.request.form, 'disclosure');
  const disclosure = disclosures.find((one) => one === wished) ?? 'validity';
  const params = { licence: card.licence };
  const shown = await visit.call(showsRoutes.create, { params, body: { disclosure } });
  return page(visit, {
    title: say('亮码', 'Show code'),
    personal: true,
    back: { href: `/licences/${card.licence}/show`, words: say('换一种给看的内容', 'Show something else') },
    children: <Code visit={visit} card={card} shown={shown} />,
  });
}

type Shown = { readonly visit: Visit; readonly card: Showable; readonly shown: ShowCode };

function Code({ visit, card, shown }: Shown) {
  const { say } = visit;
  const until = new Date(shown.expiresAt);
  const at = until.toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });
  return (
    <section class="show" data-does="show" data-at={shown.expiresAt} data-url={shown.url}>
      <h1>
        <Told visit={visit} words={card.name} />
      </h1>
      {card.holderName !== undefined && (
        <p class="show__whose">{say(`家人 ${card.holderName} 的证照`, `Card of ${card.holderName}`)}</p>
      )}
      <Qr text={shown.url} label={say('亮证码，给对方扫', 'Show code, to be scanned')} />
      <p class="show__left numbers" data-left aria-live="off">
        {say(`${at} 前有效`, `Valid until ${at}`)}
      </p>
      <p class="show__what">{sees(visit, shown.disclosure)}</p>
      <form method="post" action={`/licences/${card.licence}/show`}>
        <input type="hidden" name="disclosure" value={shown.disclosure} />
        <Button look="quiet">{say('换一个', 'New code')}</Button>
      </form>
      <ul class="small soft show__notes">
        <li>
          {say(
            '扫不出来，把屏幕调亮，离远一点。',
            'If it does not scan, turn up the brightness and move back.',
          )}
        </li>
        <li>
          {say(
            '截图没有用：码只能扫一次，一分钟就失效。别把截图发给人。',
            'A screenshot is of no use: a code is read once and lasts one minute. Do not send it on.',
          )}
        </li>
      </ul>
      <LinkButton look="quiet" href="/licences">
        {say('看完了', 'Done')}
      </LinkButton>
    </section>
  );
}

function Whose({ visit, card }: Pick<Shown, 'visit' | 'card'>) {
  const { say } = visit;
  const name = inLocale(visit, card.name).text;
  if (card.holderName === undefined) return <>{name}</>;
  return <>{say(`家人 ${card.holderName} 的${name}`, `${name} of ${card.holderName}`)}</>;
}

function optionsFor(visit: Visit, card: Showable) {
  const { say } = visit;
  const validity = {
    value: 'validity',
    label: say('只看有没有效', 'Only whether it is valid'),
    hint: say(
      '看得到证照的名称和“有效”，看不到姓名和号码。',
      'Its name and “valid”; no name of yours, no number.',
    ),
    chosen: true,
  };
  const adult = {
    value: 'adult',
    label: say('只看满没满 18 岁', 'Only whether 18 or older'),
    hint: say('只看得到“已满”或“未满”，看不到生日。', 'Only yes or no; not the birthday.'),
  };
  const face = {
    value: 'face',
    label: say('看证面上的全部内容', 'Everything on the card'),
    hint: say('号码仍然打码。', 'Numbers stay masked.'),
  };
  return [validity, ...(card.tellsAge ? [adult] : []), face];
}

function sees({ say }: Visit, disclosure: Disclosure): string {
  switch (disclosure) {
    case 'validity':
      return say('对方只看得到：有没有效', 'They see only: whether it is valid');
    case 'adult':
      return say('对方只看得到：满没满 18 岁', 'They see only: whether 18 or older');
    case 'face':
      return say('对方看得到：证面上的全部内容', 'They see: everything on the card');
  }
}
