import { type Lang, RegionCode, regionName } from '@xietong/domain';
import { unknownRegion } from '../url/figure-filters.ts';
import type { Dictionary } from './zh.ts';

/** What a region of a figure is called; participations without one stand under a name of their own. */
export const regionLabel = (region: string, lang: Lang, text: Dictionary): string => {
  if (region === unknownRegion) return text.figure.unknownRegion;
  const code = RegionCode.safeParse(region);
  return code.success ? regionName(code.data, lang) : region;
};
