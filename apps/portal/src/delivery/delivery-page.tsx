/** @jsxImportSource preact */
import {
  type CaseDeliveries,
  type Delivery,
  deliveriesRoutes,
  deliveryWays,
  type PostalParty,
} from '@tongban/contract';
import { Banner, Button, ErrorSummary, type FieldFault, LinkButton, Radios, TextInput } from '@tongban/ui';
import { first } from '../address.ts';
import { faultsFrom, faultsTitle, messageFor } from '../faults.ts';
import { leadTo, page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Parcel } from './parcel.tsx';
import { wayLabel } from './ways.ts';

type Typed = {
  readonly purpose: Delivery['purpose'];
  readonly way: string;
  readonly party: PostalParty;
};
type Shown = { readonly visit: Visit; readonly known: CaseDeliveries };

/** 领取和寄递: how the result comes to me, originals sent in, and where the parcels are. */
export async function showDelivery(visit: Visit): Promise<PageAnswer> {
  const known = await visit.call(deliveriesRoutes.ofCase, { params: { case: numberOf(visit) } });
  return deliveryPage(visit, known, { faults: [] });
}

/** Keeps what was chosen, or shows beside the fields what is missing. */
export async function takeDelivery(visit: Visit): Promise<PageAnswer> {
  const typed = typedIn(visit);
  const { purpose } = typed;
  const way = deliveryWays.find((one) => one === typed.way);
  const faults =
    way === undefined
      ? [{ id: 'way', message: visit.say('选一种方式', 'Choose one') }]
      : partyFaults(visit, typed);
  const params = { case: numberOf(visit) };
  if (way === undefined || faults.length > 0)
    return deliveryPage(visit, await visit.call(deliveriesRoutes.ofCase, { params }), { faults, typed });
  try {
    const body = { purpose, way, ...(way === 'express' ? { party: typed.party } : {}) };
    await visit.call(deliveriesRoutes.choose, { params, body });
    return leadTo(visit, `/cases/${params.case}/delivery`);
  } catch (error) {
    const told = faultsFrom(error, 'way');
    return deliveryPage(visit, await visit.call(deliveriesRoutes.ofCase, { params }), {
      faults: told,
      typed,
    });
  }
}

function numberOf({ params }: Visit): string {
  return params.case ?? '';
}

function typedIn({ request }: Visit): Typed {
  const field = (name: string) => (first(request.form, name) ?? '').trim();
  const phone = field('phone').normalize('NFKC').replace(/[\s-]/g, '');
  const purpose = field('purpose') === 'originals' ? 'originals' : 'result';
  return { purpose, way: field('way'), party: { name: field('name'), phone, address: field('address') } };
}

/** What is wrong with the party of a parcel. */
function partyFaults({ say }: Visit, { purpose, way, party }: Typed): FieldFault[] {
  if (way !== 'express') return [];
  const prefix = purpose === 'originals' ? 'from-' : '';
  const { name, phone, address } = party;
  const wrong: [string, boolean, string][] = [
    ['name', name === '', say('填写姓名', 'Enter the name')],
    [
      'phone',
      !/^1\d{10}$/.test(phone),
      say('手机号码是 11 位数字，以 1 开头', 'A mobile number has 11 digits and begins with 1'),
    ],
    [
      'address',
      Array.from(address).length < 6,
      say('写到门牌号，例如 东城街道示例路 1 号 2 栋 301', 'Write it down to the door number'),
    ],
  ];
  return wrong.flatMap(([id, isWrong, message]) => (isWrong ? [{ id: `${prefix}${id}`, message }] : []));
}

type Said = { readonly faults: readonly FieldFault[]; readonly typed?: Typed };

function deliveryPage(visit: Visit, known: CaseDeliveries, said: Said): PageAnswer {
  const { say } = visit;
  const title = say('领取和寄递', 'Collection and delivery');
  const result = known.deliveries.find(({ purpose }) => purpose === 'result');
  const originals = known.deliveries.find(({ purpose }) => purpose === 'originals');
  const shown = { visit, known };
  const isOf = (purpose: Delivery['purpose']): Said =>
    said.typed === undefined || said.typed.purpose === purpose ? said : { faults: [] };
  return page(visit, {
    title,
    status: said.faults.length === 0 ? 200 : 400,
    personal: true,
    back: { href: `/cases/${numberOf(visit)}`, words: say('办理进度', 'Case') },
    children: (
      <>
        <ErrorSummary title={faultsTitle(visit, said.faults)} faults={said.faults} />
        <h1>{title}</h1>
        {known.deliveries.some(({ simulated, way }) => simulated && way === 'express') && (
          <Banner
            mood="warn"
            title={say('这是演示：快递是模拟的', 'Demonstration: the courier is simulated')}
          >
            <p>{say('不会真的有人上门。', 'Nobody will come.')}</p>
          </Banner>
        )}
        {result?.mayChange === true && <ResultForm {...shown} result={result} said={isOf('result')} />}
        {result?.mayChange === false && <Parcel visit={visit} delivery={result} office={known.office} />}
        {originals !== undefined && <Parcel visit={visit} delivery={originals} office={known.office} />}
        {known.sendsIn && originals === undefined && <Originals {...shown} said={isOf('originals')} />}
      </>
    ),
  });
}

function ResultForm({
  visit,
  known,
  result,
  said,
}: Shown & { readonly result: Delivery; readonly said: Said }) {
  const { say } = visit;
  const way = said.typed?.way ?? result.way;
  return (
    <form class="stack" method="post" action={`/cases/${numberOf(visit)}/delivery`} novalidate>
      <input type="hidden" name="purpose" value="result" />
      <Radios
        id="way"
        name="way"
        label={say('办好以后怎么领', 'How would you like to get the result?')}
        error={messageFor(said.faults, 'way')}
        options={known.ways.map((value) => ({
          ...{ value, chosen: value === way },
          ...wayLabel(visit, value, known.office),
        }))}
      />
      <fieldset class="stack stack--tight postal">
        <legend class="field__label">{say('选快递的，填收件地址', 'For express: where to')}</legend>
        <PartyFields
          visit={visit}
          said={said}
          party={said.typed?.party ?? result.to}
          who={say('收件人', 'Name')}
          where={say('地址', 'Address')}
        />
      </fieldset>
      <div class="actions">
        <Button>{say('保存', 'Save')}</Button>
        <LinkButton look="quiet" href={`/cases/${numberOf(visit)}`}>
          {say('不改了', 'Leave it as it is')}
        </LinkButton>
      </div>
    </form>
  );
}

type Party = {
  readonly visit: Visit;
  readonly said: Said;
  readonly party: PostalParty | undefined;
  /** The fields of originals have names of their own, for both forms stand on one page. */
  readonly prefix?: string;
  readonly who: string;
  readonly where: string;
};

/** Who gives or takes a parcel, and where. */
function PartyFields({ visit, said, party, prefix = '', who, where }: Party) {
  const { say } = visit;
  const field = (name: keyof PostalParty) => ({
    id: `${prefix}${name}`,
    name,
    value: party?.[name] ?? '',
    error: messageFor(said.faults, `${prefix}${name}`),
  });
  return (
    <>
      <TextInput {...field('name')} width="middle" maxlength={40} autocomplete="name" label={who} />
      <TextInput
        {...field('phone')}
        width="middle"
        maxlength={20}
        type="tel"
        inputmode="tel"
        autocomplete="tel"
        label={say('手机号码', 'Mobile number')}
      />
      <TextInput
        {...field('address')}
        maxlength={120}
        autocomplete="street-address"
        label={where}
        hint={say('省、市、区、街道，写到门牌号。', 'Down to the door number.')}
      />
    </>
  );
}

/** 寄送原件: the courier comes to the door for the originals the office has to see. */
function Originals({ visit, said }: Shown & { readonly said: Said }) {
  const { say } = visit;
  return (
    <details class="sheet" open={said.faults.length > 0}>
      <summary>{say('要交原件？让快递上门取', 'Originals needed? Have them fetched')}</summary>
      <form class="stack" method="post" action={`/cases/${numberOf(visit)}/delivery`} novalidate>
        <input type="hidden" name="purpose" value="originals" />
        <input type="hidden" name="way" value="express" />
        <p>
          {say(
            '快递员上门取件，送到办件单位。送到哪里了，这一页能看到。',
            'A courier fetches them and brings them to the office. This page shows where they are.',
          )}
        </p>
        <PartyFields
          visit={visit}
          said={said}
          party={said.typed?.party}
          prefix="from-"
          who={say('寄件人', 'Name')}
          where={say('上门取件的地址', 'Address to fetch them from')}
        />
        <div class="actions">
          <Button look="quiet">{say('叫快递上门', 'Order the courier')}</Button>
        </div>
      </form>
    </details>
  );
}
