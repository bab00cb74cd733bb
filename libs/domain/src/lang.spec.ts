import { LocalText } from './lang.ts';

describe('a text in both languages', () => {
  it('is accepted when it speaks Chinese and English', () => {
    expect(LocalText.parse({ zh: '项目', en: 'project' })).toEqual({ zh: '项目', en: 'project' });
  });

  it.each([[{ zh: '项目' }], [{ zh: '', en: 'project' }]])('is refused when one language is missing: %j', (text) => {
    expect(LocalText.safeParse(text).success).toBe(false);
  });
});
