import type { Lang } from '@xietong/domain';
import { unknownRegion } from '../url/figure-filters.ts';
import { regionLabel } from './region-label.ts';
import type { Dictionary } from './zh.ts';

/** What a dimension of a figure says, in words. A state that has no word yet is shown as reporting names it. */
export const dimensionLabel = (dimension: string, said: string, lang: Lang, text: Dictionary): string => {
  switch (dimension) {
    case 'year':
      return said;
    case 'state':
      return text.figure.states[said] ?? said;
    case 'field':
      return said === unknownRegion ? text.figure.unknownField : said;
    default:
      return regionLabel(said, lang, text);
  }
};
