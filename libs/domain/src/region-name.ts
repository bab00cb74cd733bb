import { chineseDivisions } from './chinese-divisions.ts';
import type { Lang, LocalText } from './lang.ts';
import { countryOf, findDivision } from './region.ts';
import type { RegionCode } from './region.ts';

// Norway's counties of 2020 to 2023 (ISO 3166-2:NO of those years), and Svalbard.
const norwegianCounties: Readonly<Record<string, LocalText>> = {
  '03': { zh: '奥斯陆', en: 'Oslo' },
  '11': { zh: '罗加兰', en: 'Rogaland' },
  '15': { zh: '默勒-鲁姆斯达尔', en: 'Møre og Romsdal' },
  '18': { zh: '诺尔兰', en: 'Nordland' },
  '21': { zh: '斯瓦尔巴', en: 'Svalbard' },
  '30': { zh: '维肯', en: 'Viken' },
  '34': { zh: '内陆', en: 'Innlandet' },
  '38': { zh: '西福尔-泰勒马克', en: 'Vestfold og Telemark' },
  '42': { zh: '阿格德尔', en: 'Agder' },
  '46': { zh: '韦斯特兰', en: 'Vestland' },
  '50': { zh: '特伦德拉格', en: 'Trøndelag' },
  '54': { zh: '特罗姆斯-芬马克', en: 'Troms og Finnmark' },
};

// The provinces, the municipalities as prefectures, and Zhejiang down to the counties of Taizhou.
const chineseDivisionsInEnglish: Readonly<Record<string, string>> = {
  11: 'Beijing',
  12: 'Tianjin',
  13: 'Hebei',
  14: 'Shanxi',
  15: 'Inner Mongolia',
  21: 'Liaoning',
  22: 'Jilin',
  23: 'Heilongjiang',
  31: 'Shanghai',
  32: 'Jiangsu',
  33: 'Zhejiang',
  34: 'Anhui',
  35: 'Fujian',
  36: 'Jiangxi',
  37: 'Shandong',
  41: 'Henan',
  42: 'Hubei',
  43: 'Hunan',
  44: 'Guangdong',
  45: 'Guangxi',
  46: 'Hainan',
  50: 'Chongqing',
  51: 'Sichuan',
  52: 'Guizhou',
  53: 'Yunnan',
  54: 'Tibet',
  61: 'Shaanxi',
  62: 'Gansu',
  63: 'Qinghai',
  64: 'Ningxia',
  65: 'Xinjiang',
  71: 'Taiwan',
  81: 'Hong Kong',
  82: 'Macao',
  1101: 'Beijing',
  1201: 'Tianjin',
  3101: 'Shanghai',
  5001: 'Chongqing',
  5002: 'Chongqing',
  3301: 'Hangzhou',
  3302: 'Ningbo',
  3303: 'Wenzhou',
  3304: 'Jiaxing',
  3305: 'Huzhou',
  3306: 'Shaoxing',
  3307: 'Jinhua',
  3308: 'Quzhou',
  3309: 'Zhoushan',
  3310: 'Taizhou',
  3311: 'Lishui',
  331002: 'Jiaojiang',
  331003: 'Huangyan',
  331004: 'Luqiao',
  331022: 'Sanmen',
  331023: 'Tiantai',
  331024: 'Xianju',
  331081: 'Wenling',
  331082: 'Linhai',
  331083: 'Yuhuan',
};

const countryName = (country: string, lang: Lang) =>
  new Intl.DisplayNames(lang === 'zh' ? 'zh-CN' : 'en', { type: 'region' }).of(country) ?? country;

/**
 * What people call the region. In English a Chinese division without a known English name keeps its Chinese one; a region of which
 * no name is known is called by its code. Never throws, so that old data can always be shown.
 */
export const regionName = (code: RegionCode, lang: Lang): string => {
  const division = findDivision(code);
  if (division === undefined) return countryName(countryOf(code), lang);
  switch (countryOf(code)) {
    case 'CN': {
      const english = lang === 'en' ? chineseDivisionsInEnglish[division] : undefined;
      return english ?? chineseDivisions.get(division)?.name ?? code;
    }
    case 'NO':
      return norwegianCounties[division]?.[lang] ?? code;
    default:
      return code;
  }
};
