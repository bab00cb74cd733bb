import fc from 'fast-check';
import { AttachmentType, attachmentTypes } from '@xietong/kernel';
import { cleanFileName } from './file-name.ts';

const pdf = (sent: string) => cleanFileName(sent, 'application/pdf');

test.each([
  ['可行性研究报告.pdf', '可行性研究报告.pdf'],
  ['Feasibility study (final).PDF', 'Feasibility study (final).PDF'],
  ['C:\\Users\\zhang\\报告.pdf', '报告.pdf'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['报告.exe', '报告.exe.pdf'],
  ['报告', '报告.pdf'],
  ['gpj.\u202Efdp.exe', 'gpj.fdp.exe.pdf'],
  ['a\u0000b\r\nSet-Cookie: x.pdf', 'abSet-Cookie_ x.pdf'],
  ['<a href="x">.pdf', '_a href=_x__.pdf'],
  ['...', 'attachment.pdf'],
  ['.pdf', 'attachment.pdf'],
  ['   ', 'attachment.pdf'],
  ['é.pdf'.normalize('NFD'), 'é.pdf'],
])('%j is kept as %j', (sent, kept) => {
  expect(pdf(sent)).toBe(kept);
});

test('a file may end as its type usually does, or otherwise', () => {
  expect([cleanFileName('a.jpeg', 'image/jpeg'), cleanFileName('a.JPG', 'image/jpeg'), cleanFileName('a', 'image/jpeg')]).toEqual([
    'a.jpeg',
    'a.JPG',
    'a.jpg',
  ]);
});

test('a long name is cut between characters, and keeps its ending', () => {
  expect(pdf(`a${'😀'.repeat(150)}.pdf`)).toBe(`a${'😀'.repeat(97)}.pdf`);
  expect(pdf(`${'报'.repeat(300)}.pdf`)).toBe(`${'报'.repeat(196)}.pdf`);
});

test('whatever is sent, the name is no path, shows all of itself, ends as its type does, fits, and stays as it is when it is cleaned again', () => {
  const anything = fc.string({
    unit: fc.oneof(
      fc.constantFrom('/', '\\', '.', ' ', '\u202e', '\u0000', '\ud800', '"', '报'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
  });
  fc.assert(
    fc.property(anything, fc.constantFrom(...AttachmentType.options), (sent, type) => {
      const name = cleanFileName(sent, type);
      expect(name).not.toMatch(/[/\\<>:"|?*\p{Cc}\p{Cf}\p{Cs}]/u);
      expect(name.length).toBeLessThanOrEqual(200);
      expect(attachmentTypes[type].some((ending) => name.toLowerCase().endsWith(ending) && name.length > ending.length)).toBe(true);
      expect(cleanFileName(name, type)).toBe(name);
    }),
  );
});
