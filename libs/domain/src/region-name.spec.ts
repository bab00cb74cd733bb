import { regionName } from './region-name.ts';

describe('the name of a region', () => {
  it.each([
    ['CN', '中国', 'China'],
    ['CN-33', '浙江省', 'Zhejiang'],
    ['CN-3310', '台州市', 'Taizhou'],
    ['CN-331082', '临海市', 'Linhai'],
    ['CN-3101', '上海市', 'Shanghai'],
    ['NO', '挪威', 'Norway'],
    ['NO-03', '奥斯陆', 'Oslo'],
    ['NO-15', '默勒-鲁姆斯达尔', 'Møre og Romsdal'],
    ['NO-21', '斯瓦尔巴', 'Svalbard'],
    ['NO-54', '特罗姆斯-芬马克', 'Troms og Finnmark'],
  ] as const)('%s is called %s and %s', (code, zh, en) => {
    expect([regionName(code, 'zh'), regionName(code, 'en')]).toEqual([zh, en]);
  });

  it('stays Chinese in English where no English name is known', () => {
    expect(regionName('CN-130184', 'en')).toBe('新乐市');
  });

  it('is still known after the region was abolished', () => {
    expect(regionName('CN-330103', 'zh')).toBe('下城区');
    expect(regionName('CN-3712', 'zh')).toBe('莱芜市');
  });

  it.each(['CN-999999', 'NO-99', 'SE-AB'] as const)('is the code itself where no name is known: %s', (code) => {
    expect([regionName(code, 'zh'), regionName(code, 'en')]).toEqual([code, code]);
  });

  it.each(['NO-03', 'NO-11', 'NO-15', 'NO-18', 'NO-21', 'NO-30', 'NO-34', 'NO-38', 'NO-42', 'NO-46', 'NO-50', 'NO-54'] as const)(
    'is known in both languages for %s, a county in the research grants of Norway',
    (code) => {
      expect(regionName(code, 'zh')).toMatch(/^[\p{Script=Han}-]+$/u);
      expect(regionName(code, 'en')).toMatch(/^[A-ZØ][\p{Script=Latin} ]+$/u);
    },
  );
});
