/** 设计令牌: one source for every screen. */
export { tokensCss } from './css.ts';
export { deskTheme } from './desk-theme.ts';
export { colours, compact, elder, font, sizes } from './tokens.ts';
