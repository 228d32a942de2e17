import { Problem } from '@tongban/kernel';

/** The address names something this draft or case does not have. */
export function missingPage(): Problem {
  return new Problem('portal.no-page', 'missing', '没有这个页面');
}
