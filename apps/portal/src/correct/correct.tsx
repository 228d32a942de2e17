/** @jsxImportSource preact */
import { type MaterialView, materialView } from '@tongban/catalogue';
import { type CaseView, type Correction, casesRoutes, type MaterialSlot } from '@tongban/contract';
import { Banner, Button, ErrorSummary, type FieldFault, LinkButton, Tag } from '@tongban/ui';
import { first } from '../address.ts';
import { slotKey } from '../apply/draft.ts';
import { Thumbnail, UploadForm } from '../apply/files-form.tsx';
import { missingPage } from '../apply/missing-page.ts';
import { sendFiles } from '../apply/sending.ts';
import { getCase } from '../cases/find-case.ts';
import { dayText } from '../days.ts';
import { faultsFrom, faultsTitle } from '../faults.ts';
import { leadTo, page } from '../frame.tsx';
import { getEdition } from '../items.ts';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Chinese, Said, Told } from '../words.tsx';
import { MarkedPicture } from './marked-picture.tsx';

/** 补正: every defect at once, each with how to photograph it and its own upload; one button hands all in. */
export async function showCorrect(visit: Visit): Promise<PageAnswer> {
  const view = await getCase(visit);
  return view.correction === undefined ? leadTo(visit, `/cases/${view.case}`) : correctPage(visit, view, []);
}

/** The address of a form that was sent before signing in again leads back to the whole list. */
export function showMended(visit: Visit): PageAnswer {
  return leadTo(visit, `/cases/${encodeURIComponent(visit.params.case ?? '')}/correct`);
}

/** Replaces the files of one material; the material stands in the address of the form. */
export async function takeMended(visit: Visit): Promise<PageAnswer> {
  const view = await getCase(visit);
  const [material = '', person] = (visit.params.slot ?? '').split('~');
  const { files, refused } = await sendFiles(visit, visit.request.files ?? []);
  const told = refused.map((message) => ({ id: `mend-${visit.params.slot}`, message }));
  const none = {
    id: `mend-${visit.params.slot}`,
    message: visit.say('先选照片或 PDF，再按上传', 'Choose photos or a PDF first'),
  };
  if (files.length === 0) return correctPage(visit, view, told.length === 0 ? [none] : told);
  try {
    await visit.call(casesRoutes.mend, {
      params: { case: view.case, material },
      body: { files: [...files], ...(person === undefined ? {} : { person: Number(person) }) },
    });
  } catch (error) {
    return correctPage(visit, view, [...told, ...faultsFrom(error, none.id)]);
  }
  const back = `/cases/${view.case}/correct`;
  return told.length === 0 ? leadTo(visit, back) : correctPage(visit, await getCase(visit), told);
}

/** Hands in all corrections together. */
export async function takeResubmit(visit: Visit): Promise<PageAnswer> {
  const key = first(visit.request.form, 'key');
  try {
    const asked = { params: { case: visit.params.case ?? '' } };
    const view = await visit.call(casesRoutes.resubmit, asked, key === undefined ? {} : { key });
    return leadTo(visit, `/cases/${view.case}`);
  } catch (error) {
    return correctPage(visit, await getCase(visit), faultsFrom(error, 'resubmit'));
  }
}

type Mending = {
  readonly key: string;
  readonly slot: Pick<MaterialSlot, 'material' | 'person' | 'files'>;
  readonly defects: Correction['defects'];
  readonly view: MaterialView | undefined;
};

async function correctPage(visit: Visit, view: CaseView, faults: readonly FieldFault[]): Promise<PageAnswer> {
  const { say } = visit;
  const { correction } = view;
  if (correction === undefined) throw missingPage();
  const mendings = await mendingsOf(visit, view, correction);
  const left = mendings.filter(({ defects }) => defects.some((one) => !one.mended)).length;
  const title = say('补材料', 'Send what is missing');
  return page(visit, {
    title,
    status: faults.length === 0 ? 200 : 400,
    personal: true,
    back: { href: `/cases/${view.case}`, words: say('办理进度', 'Case') },
    children: (
      <>
        <ErrorSummary title={faultsTitle(visit, faults)} faults={faults} />
        <div class="stack stack--tight">
          <h1>{title}</h1>
          <p class="soft small">
            <Told visit={visit} words={view.name} /> <span class="numbers">{view.case}</span>
          </p>
        </div>
        <Banner
          mood="warn"
          title={say(`${dayText(visit, correction.dueOn)}前补上`, `By ${dayText(visit, correction.dueOn)}`)}
        >
          <p>
            {say(
              `一共 ${mendings.length} 样，都列在下面。其他材料不用再交。`,
              `${mendings.length} in all, listed below. Nothing else needs to be sent again.`,
            )}
          </p>
        </Banner>
        {mendings.map((mending, at) => (
          <MendingSheet key={mending.key} visit={visit} view={view} mending={mending} place={at + 1} />
        ))}
        <Resubmit visit={visit} left={left} view={view} />
      </>
    ),
  });
}

async function mendingsOf(visit: Visit, view: CaseView, correction: Correction): Promise<Mending[]> {
  const edition = await getEdition(visit, view.edition);
  const keys = [...new Set(correction.defects.map((defect) => slotKey(defect)))];
  return keys.map((key) => {
    const defects = correction.defects.filter((defect) => slotKey(defect) === key);
    const [{ material = '', person } = {}] = defects;
    const definition = edition.folder.materials.find(({ id }) => id === material);
    const found = view.slots.find((slot) => slotKey(slot) === key);
    return {
      key,
      defects,
      slot: found ?? { material, files: [], ...(person === undefined ? {} : { person }) },
      view: definition === undefined ? undefined : materialView(edition, definition, visit.locale),
    };
  });
}

type SheetProps = {
  readonly visit: Visit;
  readonly view: CaseView;
  readonly mending: Mending;
  readonly place: number;
};

function MendingSheet({ visit, view, mending, place }: SheetProps) {
  const { say } = visit;
  const { slot, defects, key } = mending;
  const mended = defects.every((one) => one.mended);
  const [first] = defects;
  return (
    <section class="sheet" id={`mend-${key}`}>
      <div class="row">
        <h2>
          {place}. {first && <Told visit={visit} words={first.materialName} />}
        </h2>
        {mended ? (
          <Tag mood="ok">{say('已重新上传', 'Replaced')}</Tag>
        ) : (
          <Tag mood="warn">{say('还没补', 'To do')}</Tag>
        )}
      </div>
      <ul class="stack stack--tight">
        {defects.map((defect) => (
          <li key={defect.id}>
            <Chinese visit={visit}>{defect.say}</Chinese>
            {defect.region && <MarkedPicture visit={visit} region={defect.region} />}
          </li>
        ))}
      </ul>
      {slot.files.length > 0 && (
        <ul class="thumbs">
          {slot.files.map((file, at) => (
            <li key={file.file}>
              <Thumbnail visit={visit} file={file} place={at + 1} />
            </li>
          ))}
        </ul>
      )}
      <UploadForm
        visit={visit}
        slot={{ files: [] }}
        id={`file-${key}`}
        action={`/cases/${view.case}/correct/${key}`}
        title={
          mended ? say('再换一次', 'Replace again') : say('重新拍照或选文件', 'Take or choose a new photo')
        }
        tip={mending.view?.photo?.tip}
        lays={{
          'data-case': view.case,
          'data-material': slot.material,
          'data-files': '',
          ...(slot.person === undefined ? {} : { 'data-person': String(slot.person) }),
        }}
      />
      {mending.view?.get && (
        <p class="small soft">
          {say('没有怎么办：', 'Where to get it: ')}
          <Said words={mending.view.get} />
        </p>
      )}
    </section>
  );
}

function Resubmit({
  visit,
  left,
  view,
}: {
  readonly visit: Visit;
  readonly left: number;
  readonly view: CaseView;
}) {
  const { say, city } = visit;
  if (left > 0) {
    return (
      <>
        <p class="strong">
          {say(
            `还有 ${left} 样没补，全部补上后一起提交。`,
            `${left} still to do; hand in when all are done.`,
          )}
        </p>
        <div class="actions">
          <LinkButton look="quiet" href={`/cases/${view.case}`}>
            {say('先存着，以后再补', 'Come back later')}
          </LinkButton>
        </div>
        {city.phone !== undefined && (
          <p class="soft">
            {say('看不明白的，打电话问：', 'Not clear? Call ')}
            <a href={`tel:${city.phone}`}>{city.phone}</a>
          </p>
        )}
      </>
    );
  }
  return (
    <form id="resubmit" method="post" data-does="once">
      <input type="hidden" name="key" value={crypto.randomUUID()} />
      <div class="actions">
        <Button>{say('全部补好了，提交', 'All done, hand in')}</Button>
      </div>
    </form>
  );
}
