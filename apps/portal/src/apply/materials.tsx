/** @jsxImportSource preact */
import { type MaterialView, materialView } from '@tongban/catalogue';
import type { MaterialSlot } from '@tongban/contract';
import { LinkButton, Tag, TaskList, type TaskRow } from '@tongban/ui';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Said } from '../words.tsx';
import { type DraftHere, getDraft, openSlots, slotKey } from './draft.ts';

/** 交材料: every line of the checklist with what has been laid under it. */
export async function showMaterials(visit: Visit): Promise<PageAnswer> {
  const here = await getDraft(visit);
  const { draft } = here;
  const { say } = visit;
  const required = draft.slots.filter((slot) => slot.need === 'required');
  const possible = draft.slots.filter((slot) => slot.need === 'possible');
  const open = openSlots(draft).length;
  const title = say('交材料', 'Provide documents');
  return page(visit, {
    title,
    personal: true,
    back: { href: `/apply/${draft.draft}`, words: say('任务表', 'Tasks') },
    children: (
      <>
        <h1>{title}</h1>
        <p>
          {open === 0
            ? say('要交的都备齐了。', 'Everything needed is ready.')
            : say(
                `还差 ${open} 样。可以分几次交。`,
                `${open} still missing. You can do this in several goes.`,
              )}
        </p>
        {required.length > 0 && (
          <section class="sheet">
            <h2>{say('要交的', 'Needed')}</h2>
            <TaskList rows={required.map((slot) => rowOf(visit, here, slot))} />
          </section>
        )}
        {possible.length > 0 && (
          <section class="sheet">
            <h2>{say('可能要交的', 'Perhaps needed')}</h2>
            <p class="small soft">
              {say(
                '有的就传上，没有的先不管，要用时我们会告诉您。',
                'Add it if you have it; if we need it we will tell you.',
              )}
            </p>
            <TaskList rows={possible.map((slot) => rowOf(visit, here, slot))} />
          </section>
        )}
        <div class="actions">
          <LinkButton
            href={open === 0 ? `/apply/${draft.draft}/check` : `/apply/${draft.draft}`}
            look={open === 0 ? 'main' : 'quiet'}
          >
            {open === 0 ? say('去核对', 'Check your answers') : say('回到任务表', 'Back to the tasks')}
          </LinkButton>
        </div>
      </>
    ),
  });
}

function rowOf(visit: Visit, { draft, edition }: DraftHere, slot: MaterialSlot): TaskRow {
  const view = viewOf(visit, { draft, edition }, slot);
  return {
    key: slotKey(slot),
    name: view === undefined ? slot.material : <SlotName visit={visit} slot={slot} view={view} />,
    ...(view === undefined ? {} : { hint: <Said words={view.form} /> }),
    href: `/apply/${draft.draft}/materials/${slotKey(slot)}`,
    state: <SlotState visit={visit} slot={slot} />,
  };
}

/** The material of a slot in the words of the catalogue. */
export function viewOf(
  visit: Visit,
  { edition }: DraftHere,
  slot: Pick<MaterialSlot, 'material'>,
): MaterialView | undefined {
  const definition = edition.folder.materials.find(({ id }) => id === slot.material);
  return definition === undefined ? undefined : materialView(edition, definition, visit.locale);
}

export function SlotName({
  visit,
  slot,
  view,
}: {
  readonly visit: Visit;
  readonly slot: MaterialSlot;
  readonly view: MaterialView;
}) {
  return (
    <>
      <Said words={view.name} />
      {slot.person !== undefined && visit.say(`（第 ${slot.person} 位）`, ` (person ${slot.person})`)}
    </>
  );
}

/** How a material stands, in a few words. */
export function SlotState({ visit, slot }: { readonly visit: Visit; readonly slot: MaterialSlot }) {
  const { say } = visit;
  switch (slot.met) {
    case 'open':
      return (
        <Tag mood="plain">{slot.need === 'required' ? say('还没交', 'Missing') : say('没交', 'None')}</Tag>
      );
    case 'files':
      return <Tag mood="ok">{say(`已传 ${slot.files.length} 张`, `${slot.files.length} uploaded`)}</Tag>;
    case 'licence':
      return <Tag mood="ok">{say('用电子证照', 'Electronic licence')}</Tag>;
    case 'promise':
      return <Tag mood="ok">{say('书面承诺', 'Promise')}</Tag>;
    case 'window':
      return <Tag mood="warn">{say('到窗口再交', 'At the window')}</Tag>;
    case 'data':
      return (
        <Tag mood="ok">
          {slot.proved === undefined
            ? say('不用交，提交时核验', 'Checked when you apply')
            : say('已核实，不用交', 'Verified')}
        </Tag>
      );
    case 'investigation':
      return <Tag mood="ok">{say('我们去查', 'We find out')}</Tag>;
  }
}
