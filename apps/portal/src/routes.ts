import { showChecklist } from './checklist/checklist.tsx';
import { chooseCity, showCities } from './city/city.tsx';
import { showGuide } from './guide/guide.tsx';
import { showHalls } from './halls/halls.tsx';
import { showHome } from './home/home.tsx';
import { showItem } from './item/item.tsx';
import { showMap } from './item/item-map.tsx';
import type { PageRoute } from './router.ts';
import { showItems } from './search/item-list.tsx';
import { showSearch } from './search/search.tsx';

/** Every page of the portal. */
export const routes: readonly PageRoute[] = [
  { path: '/', get: showHome },
  { path: '/search', get: showSearch },
  { path: '/city', get: showCities, post: chooseCity },
  { path: '/halls', get: showHalls },
  { path: '/items', get: showItems },
  { path: '/items/:item', get: showItem },
  { path: '/items/:item/map', get: showMap },
  { path: '/items/:item/guide', get: showGuide },
  { path: '/items/:item/checklist', get: showChecklist },
];
