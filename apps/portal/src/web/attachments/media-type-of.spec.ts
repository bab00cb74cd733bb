import { acceptedBy, endingsOf, mediaTypeOf } from './media-type-of.ts';
import { sizeText } from './size-text.ts';

const limits = { mediaTypes: { 'application/pdf': ['.pdf'], 'image/jpeg': ['.jpg', '.jpeg'] }, bytesMax: 100 };

test('a file is what the browser says, or what its name ends in where the browser does not know', () => {
  expect(mediaTypeOf({ name: 'a.bin', type: 'application/pdf' }, limits)).toBe('application/pdf');
  expect(mediaTypeOf({ name: '照片.JPEG', type: '' }, limits)).toBe('image/jpeg');
  expect(mediaTypeOf({ name: 'a.exe', type: 'application/x-msdownload' }, limits)).toBeUndefined();
  expect(mediaTypeOf({ name: 'a', type: 'constructor' }, limits)).toBeUndefined();
});

test('what is taken is told to people and to the browser', () => {
  expect([endingsOf(limits), acceptedBy(limits)]).toEqual(['PDF, JPG', 'application/pdf,.pdf,image/jpeg,.jpg,.jpeg']);
});

test('a size is told in the unit that people expect', () => {
  expect([sizeText(1, 'en'), sizeText(48_213, 'en'), sizeText(20_971_520, 'en'), sizeText(1_258_291, 'zh')]).toEqual([
    '1 kB',
    '47 kB',
    '20 MB',
    '1.2 MB',
  ]);
});
