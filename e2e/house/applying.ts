import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ItemEdition } from '@tongban/catalogue';
import {
  type AnswerPair,
  type CaseView,
  casesRoutes,
  catalogueRoutes,
  type Draft,
  draftsRoutes,
  type FormQuestion,
  filesRoutes,
  type MaterialSlot,
} from '@tongban/contract';
import type { Client } from './client.ts';
import { citizen } from './people.ts';

/** 东莞市: where the demo staff of the journeys work. */
export const city = '4419';
const town = '441900003';

/** A small photograph, as a telephone takes it. */
const photograph = readFileSync(join(import.meta.dirname, 'photograph.jpg'));

export type Wish = { readonly item: string; readonly answers: readonly AnswerPair[] };

/** The edition of an item in force in the city of the journeys. */
export async function editionOf({ call }: Client, item: string): Promise<ItemEdition> {
  const now = await call(catalogueRoutes.item, { params: { item }, query: { division: city } });
  return call(catalogueRoutes.edition, { params: { edition: now.edition } });
}

/** Sends a photograph and returns its id. */
export async function sendPhotograph({ call }: Client, name = 'photo.jpg'): Promise<string> {
  const { file } = await call(filesRoutes.begin, {
    body: { name, contentType: 'image/jpeg', bytes: photograph.length },
  });
  await call(filesRoutes.append, {
    params: { file },
    headers: { 'upload-offset': 0 },
    body: new Uint8Array(photograph),
  });
  return file;
}

/** Begins a draft and fills in everything it asks for, as a person without hurry would. */
export async function fillDraft(client: Client, { item, answers }: Wish): Promise<Draft> {
  const { call } = client;
  const begun = await call(draftsRoutes.begin, { body: { item, division: city, answers: [...answers] } });
  const values = { ...begun.values };
  for (const question of begun.pages.flatMap(({ questions }) => questions)) {
    const known = values[question.id] ?? '';
    if (known === '' && question.required) values[question.id] = valueFor(question);
  }
  let draft = await call(draftsRoutes.saveValues, { params: { draft: begun.draft }, body: { values } });
  for (const slot of openIn(draft)) draft = await layIn(client, draft, slot);
  return draft;
}

async function layIn(client: Client, { draft }: Draft, slot: MaterialSlot): Promise<Draft> {
  const [offer] = slot.offers;
  const { person } = slot;
  return client.call(draftsRoutes.lay, {
    params: { draft, material: slot.material },
    body: {
      ...(person === undefined ? {} : { person }),
      ...(offer === undefined
        ? { met: 'files' as const, files: [await sendPhotograph(client)] }
        : { met: 'licence' as const, files: [], licence: offer.licence }),
    },
  });
}

/** Hands a draft in. */
export function submit({ call }: Client, { draft }: Pick<Draft, 'draft'>, key?: string): Promise<CaseView> {
  return call(casesRoutes.submit, { body: { draft, declared: true } }, key === undefined ? {} : { key });
}

/**
 * Hands a draft in as a person does who is told that a register does not agree: brings what is asked for after all, and
 * hands it in again.
 */
export async function handIn(client: Client, { draft }: Pick<Draft, 'draft'>): Promise<CaseView> {
  return submit(client, { draft }).catch(async (refusal: { code?: string }) => {
    if (refusal.code !== 'cases.materials') throw refusal;
    const asked = await client.call(draftsRoutes.get, { params: { draft } });
    for (const slot of openIn(asked)) await layIn(client, asked, slot);
    return submit(client, { draft });
  });
}

function openIn({ slots }: Draft): MaterialSlot[] {
  return slots.filter(({ need, met }) => need === 'required' && met === 'open');
}

function valueFor({ kind, options = [], label }: FormQuestion): string {
  const someone = citizen('zhou-qihang');
  switch (kind) {
    case 'name':
      return someone.name;
    case 'citizen-number':
      return someone.citizen_number;
    case 'enterprise-name':
      return '示例·安宿旅馆有限公司';
    case 'uscc':
      return '91990605DEM0002096';
    case 'phone':
      return someone.phone;
    case 'division':
      return options[0] ?? town;
    case 'date':
      return '2026-03-02';
    case 'number':
      return '1';
    case 'choice':
      return options[0] ?? '';
    case 'declaration':
      return 'yes';
    case 'address-detail':
      return '示例路 1 号 2 栋 301 房';
    case 'text':
    case 'long-text':
      return `示例：${label.zh}`;
  }
}
