/** @jsxImportSource preact */
import type { MaterialView } from '@tongban/catalogue';
import { draftsRoutes, type MaterialSlot } from '@tongban/contract';
import type { FieldFault } from '@tongban/ui';
import { Banner, Button, Details, ErrorSummary, LinkButton } from '@tongban/ui';
import { first } from '../address.ts';
import { momentText } from '../days.ts';
import { faultsFrom, faultsTitle } from '../faults.ts';
import { leadTo, page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Said, Told } from '../words.tsx';
import { type DraftHere, findSlot, getDraft } from './draft.ts';
import { FilesLaid, UploadForm } from './files-form.tsx';
import { type Laying, layingOf, mostFiles } from './laying.ts';
import { SlotName, viewOf } from './materials.tsx';
import { missingPage } from './missing-page.ts';
import { sendFiles } from './sending.ts';

type SlotHere = DraftHere & { readonly slot: MaterialSlot; readonly view: MaterialView };

/** 一份材料: photographs, a licence that replaces it, a promise, or later at the window. */
export async function showMaterial(visit: Visit): Promise<PageAnswer> {
  return materialPage(visit, await slotHere(visit), []);
}

/** Takes in what was chosen; a file that cannot be taken says why and the others stay. */
export async function takeMaterial(visit: Visit): Promise<PageAnswer> {
  const here = await slotHere(visit);
  const wish = first(visit.request.form, 'do') ?? 'files';
  if (wish !== 'files') {
    const laying = layingOf(here.slot, wish);
    if (laying === undefined) throw missingPage();
    return settle(visit, here, { laying, refused: [] });
  }
  const { files, refused } = await sendFiles(visit, visit.request.files ?? []);
  if (files.length === 0 && refused.length === 0) {
    return materialPage(visit, here, [
      { id: 'file', message: visit.say('先选照片或 PDF，再按上传', 'Choose photos or a PDF first') },
    ]);
  }
  const kept = here.slot.files.map(({ file }) => file);
  const laying: Laying = { met: 'files', files: [...kept, ...files] };
  return settle(visit, here, { laying: files.length === 0 ? undefined : laying, refused });
}

type Wish = { readonly laying: Laying | undefined; readonly refused: readonly string[] };

async function settle(visit: Visit, here: SlotHere, { laying, refused }: Wish): Promise<PageAnswer> {
  const faults: FieldFault[] = refused.map((message) => ({ id: 'file', message }));
  try {
    if (laying !== undefined) await lay(visit, here, laying);
  } catch (error) {
    return materialPage(visit, here, [...faults, ...faultsFrom(error, 'file')]);
  }
  return faults.length === 0 ? leadTo(visit, visit.path) : materialPage(visit, await slotHere(visit), faults);
}

function lay(visit: Visit, { draft, slot }: SlotHere, { met, files, licence }: Laying) {
  return visit.call(draftsRoutes.lay, {
    params: { draft: draft.draft, material: slot.material },
    body: {
      met,
      files: [...files].slice(0, mostFiles),
      ...(licence === undefined ? {} : { licence }),
      ...(slot.person === undefined ? {} : { person: slot.person }),
    },
  });
}

async function slotHere(visit: Visit): Promise<SlotHere> {
  const here = await getDraft(visit);
  const slot = findSlot(here.draft, visit.params.slot ?? '');
  const view = slot === undefined ? undefined : viewOf(visit, here, slot);
  if (slot === undefined || view === undefined) throw missingPage();
  return { ...here, slot, view };
}

function materialPage(visit: Visit, here: SlotHere, faults: readonly FieldFault[]): PageAnswer {
  const { say } = visit;
  const { draft, slot, view } = here;
  return page(visit, {
    title: view.name.text,
    status: faults.length === 0 ? 200 : 400,
    personal: true,
    back: { href: `/apply/${draft.draft}/materials`, words: say('全部材料', 'All documents') },
    children: (
      <>
        <ErrorSummary title={faultsTitle(visit, faults)} faults={faults} />
        <div class="stack stack--tight">
          <h1>
            <SlotName visit={visit} slot={slot} view={view} />
          </h1>
          <p>
            <Said words={view.form} />
          </p>
        </div>
        <NowMet visit={visit} slot={slot} />
        <Offers visit={visit} slot={slot} />
        {slot.files.length > 0 && <FilesLaid visit={visit} files={slot.files} />}
        <UploadForm
          visit={visit}
          slot={slot}
          tip={view.photo?.tip}
          lays={layAddress(here)}
          error={faults[0]?.message}
        />
        <OtherWays visit={visit} slot={slot} />
        <Checked visit={visit} view={view} />
        <div class="actions">
          <LinkButton look={slot.met === 'open' ? 'quiet' : 'main'} href={`/apply/${draft.draft}/materials`}>
            {slot.met === 'open'
              ? say('先不交，看其他材料', 'Later; see the others')
              : say('好了，看其他材料', 'Done; see the others')}
          </LinkButton>
        </div>
      </>
    ),
  });
}

/** Where the script lays what it has uploaded. */
function layAddress({ draft, slot }: SlotHere): Readonly<Record<`data-${string}`, string>> {
  return {
    'data-draft': draft.draft,
    'data-material': slot.material,
    'data-files': slot.files.map(({ file }) => file).join(' '),
    ...(slot.person === undefined ? {} : { 'data-person': String(slot.person) }),
  };
}

function NowMet({ visit, slot }: { readonly visit: Visit; readonly slot: MaterialSlot }) {
  const { say } = visit;
  if (slot.met === 'open' && slot.notProved !== undefined) {
    return <NotProved visit={visit} notProved={slot.notProved} />;
  }
  if (slot.met === 'open' || slot.met === 'files') return null;
  const words = {
    licence: say('用电子证照代替，不用再传照片', 'Replaced by your electronic licence; no photo needed'),
    promise: say('您选了书面承诺', 'You chose to promise in writing'),
    window: say('您选了到窗口再交，记得带原件', 'You chose to hand it in at the window; bring the original'),
    data:
      slot.proved === undefined
        ? say('不用交，提交时由我们核验', 'Nothing to provide; we check it when you apply')
        : say('已核实，不用交', 'Already verified; nothing to provide'),
    investigation: say('由工作人员去查，不用交', 'Our staff will find out; nothing to provide'),
  };
  return (
    <Banner mood={slot.met === 'window' ? 'warn' : 'ok'} title={words[slot.met]}>
      {slot.licence && (
        <p>
          <Told visit={visit} words={slot.licence.name} /> <span class="numbers">{slot.licence.number}</span>
        </p>
      )}
      {slot.proved && <Proved visit={visit} proved={slot.proved} />}
      {slot.met !== 'data' && slot.met !== 'investigation' && (
        <form method="post">
          <button type="submit" class="linkish" name="do" value="open">
            {say('换一种方式', 'Choose another way')}
          </button>
        </form>
      )}
    </Banner>
  );
}

/** Why a paper is asked for after all: a register was asked and did not agree. */
function NotProved({ visit, notProved }: { readonly visit: Visit; readonly notProved: Refuted }) {
  const { say } = visit;
  const { source, at, say: why } = notProved;
  return (
    <Banner mood="warn" title={say('核验没有通过，要交这份材料', 'Not verified: this document is needed')}>
      <p lang="zh-CN">{why}</p>
      <p class="small">
        {say('来源：', 'Source: ')}
        <Told visit={visit} words={source} /> · {momentText(visit, at)}
      </p>
    </Banner>
  );
}
type Refuted = NonNullable<MaterialSlot['notProved']>;

/** Where a fact was found, and when. */
function Proved({ visit, proved }: { readonly visit: Visit; readonly proved: Proof }) {
  const { say } = visit;
  return (
    <p class="small">
      {say('来源：', 'Source: ')}
      <Told visit={visit} words={proved.source} />
      {proved.simulated && say('（模拟）', ' (simulated)')} · {momentText(visit, proved.at)}
    </p>
  );
}
type Proof = NonNullable<MaterialSlot['proved']>;

function Offers({ visit, slot }: { readonly visit: Visit; readonly slot: MaterialSlot }) {
  const { say } = visit;
  const offers = slot.offers.filter(({ licence }) => licence !== slot.licence?.licence);
  if (offers.length === 0) return null;
  return (
    <section class="sheet">
      <h2>{say('您的证照夹里有，可以直接用', 'In your wallet: use it instead')}</h2>
      {offers.map((offer) => (
        <form key={offer.licence} class="row" method="post">
          <span>
            <b>
              <Told visit={visit} words={offer.name} />
            </b>{' '}
            <span class="numbers soft">{offer.number}</span>
          </span>
          <Button name="do" value={`licence ${offer.licence}`}>
            {say('用它代替', 'Use this')}
          </Button>
        </form>
      ))}
    </section>
  );
}

function OtherWays({ visit, slot }: { readonly visit: Visit; readonly slot: MaterialSlot }) {
  const { say } = visit;
  const promise = slot.ways.includes('promise') && slot.met !== 'promise';
  const window = slot.ways.includes('window') && slot.met !== 'window';
  if (!promise && !window) return null;
  return (
    <Details summary={say('现在拿不出来', 'I do not have it now')}>
      <form method="post" class="stack stack--tight">
        {promise && (
          <>
            <p>
              {say(
                '可以书面承诺符合要求，我们之后核查。承诺不实要负责任。',
                'You can promise in writing that the requirement is met. We check later; a false promise has consequences.',
              )}
            </p>
            <LinkButton look="quiet" href={`${visit.path}/promise`}>
              {say('看告知书，再决定承不承诺', 'Read the notice and decide')}
            </LinkButton>
          </>
        )}
        {window && (
          <>
            <p>{say('也可以到窗口时再交原件。', 'You can also hand in the original at the window.')}</p>
            <Button look="quiet" name="do" value="window">
              {say('到窗口再交', 'Hand in at the window')}
            </Button>
          </>
        )}
      </form>
    </Details>
  );
}

function Checked({ visit, view }: { readonly visit: Visit; readonly view: MaterialView }) {
  if (view.checkpoints.length === 0) return null;
  return (
    <Details summary={visit.say('工作人员会核对什么', 'What our staff check')}>
      <ul>
        {view.checkpoints.map((one) => (
          <li key={one.id}>
            <Said words={one.check} />
          </li>
        ))}
      </ul>
    </Details>
  );
}
