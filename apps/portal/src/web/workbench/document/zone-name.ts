import type { Lang } from '@xietong/domain';

/** What the reader's own time zone is called: `中国标准时间`, `China Standard Time`. */
export const zoneName = (lang: Lang, zone = Intl.DateTimeFormat().resolvedOptions().timeZone): string => {
  const parts = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en', { timeZone: zone, timeZoneName: 'long' }).formatToParts(new Date());
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
};
