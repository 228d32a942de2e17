import { newcomer, withAnswers } from './guide.ts';

/** One page of the portal that needs no sign-in. */
export type PublicPage = { readonly name: string; readonly path: string };

/** Every page of the portal anybody may open, with a telling state of each. */
export const publicPages: readonly PublicPage[] = [
  { name: 'home', path: '/' },
  { name: 'search', path: `/search?q=${encodeURIComponent('户口')}` },
  { name: 'items', path: '/items' },
  { name: 'city', path: '/city' },
  { name: 'halls', path: '/halls' },
  { name: 'book', path: '/items/move-spouse/book' },
  { name: 'item', path: '/items/move-spouse' },
  { name: 'map', path: '/items/move-spouse/map' },
  { name: 'guide', path: '/items/move-spouse/guide' },
  { name: 'guide-number', path: withAnswers('/items/move-spouse/guide', { ...newcomer, at: '婚龄月' }) },
  {
    name: 'guide-several',
    path: withAnswers('/items/move-spouse/guide', { ...newcomer, 随迁子女: '一人', at: '子女来源' }),
  },
  { name: 'checklist', path: withAnswers('/items/move-spouse/checklist', newcomer) },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'verify', path: '/verify' },
  { name: 'not-needed', path: '/not-needed' },
  { name: 'search-paper', path: `/search?q=${encodeURIComponent('婚姻状况证明')}` },
  { name: 'orders-kinds', path: '/orders/new' },
  { name: 'orders-write-unnamed', path: '/orders/new/complaint' },
  { name: 'orders-report', path: '/orders/new/report' },
  { name: 'orders-follow', path: '/orders/follow' },
  { name: 'no-page', path: '/nowhere' },
];
