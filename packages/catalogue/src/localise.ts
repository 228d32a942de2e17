import type { ItemEdition, LocalPart } from './edition.ts';
import { naturalDays } from './limits.ts';
import { isLocked } from './lockable.ts';
import type { LocalFields, LocalItem } from './reference/local.ts';

export type LocalRefusal = { element: 'limits.promised' | 'conditions'; message: string };
export type Localised = { ok: true; edition: ItemEdition } | { ok: false; refused: LocalRefusal[] };

/** 地方填报: an edition as one city carries it out; what the master item has locked stays as it is, or the whole file is refused. */
export function localise(edition: ItemEdition, fields: LocalFields): Localised {
  const own = fields.items[edition.id] ?? {};
  const refused = refusals(edition, own);
  if (refused.length > 0) return { ok: false, refused };
  const { promised, previous, conditions, note, phones } = own;
  const local: LocalPart = {
    city: fields.city,
    name: fields.name,
    phones: phones ?? fields.phones,
    ...(promised === undefined ? {} : { promised }),
    ...(previous === undefined ? {} : { previous }),
    ...(conditions === undefined ? {} : { conditions }),
    ...(note === undefined ? {} : { note }),
  };
  return { ok: true, edition: { ...edition, local } };
}

function refusals({ folder: { item } }: ItemEdition, own: LocalItem): LocalRefusal[] {
  const refused: LocalRefusal[] = [];
  const lockedBy = { nation: '国家', province: '省', city: '市' }[item.master];
  if (own.conditions !== undefined && isLocked(item, 'conditions')) {
    refused.push({
      element: 'conditions',
      message: `“${item.name}”的办理条件由${lockedBy}统一规定，各地不能改`,
    });
  }
  if (own.promised === undefined) return refused;
  if (isLocked(item, 'limits.promised')) {
    refused.push({
      element: 'limits.promised',
      message: `“${item.name}”的承诺时限由${lockedBy}统一规定，各地不能改`,
    });
  }
  const { statutory } = item.limits;
  if (statutory !== undefined && naturalDays(own.promised) > naturalDays(statutory)) {
    refused.push({
      element: 'limits.promised',
      message: `“${item.name}”的本地承诺超过了法定时限`,
    });
  }
  return refused;
}
