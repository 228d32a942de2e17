import type { ItemView } from '@tongban/catalogue';
import type { ItemHere } from '../items.ts';
import type { Visit } from '../visit.ts';

/** What the parts of an item page are told from. */
export type Told = { readonly visit: Visit; readonly here: ItemHere; readonly view: ItemView };
