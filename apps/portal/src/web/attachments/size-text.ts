import type { Lang } from '@xietong/domain';

const locales: Record<Lang, string> = { zh: 'zh-CN', en: 'en' };

/** How large a file is, as people read it: `48 kB`, `1.2 MB`. */
export const sizeText = (bytes: number, lang: Lang): string => {
  const [size, unit] = bytes < 1_048_576 ? [Math.max(1, Math.round(bytes / 1_024)), 'kilobyte'] : [bytes / 1_048_576, 'megabyte'];
  return new Intl.NumberFormat(locales[lang], { style: 'unit', unit, maximumFractionDigits: 1 }).format(size);
};
