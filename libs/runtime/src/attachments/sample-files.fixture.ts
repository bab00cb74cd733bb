import { crc32 } from 'node:zlib';

/** A ZIP archive whose entries are not compressed: what office files are made of. */
export function zipOf(entries: readonly (readonly [name: string, content: string])[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of entries) {
    const [title, content] = [Buffer.from(name), Buffer.from(text)];
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(content.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, title, content]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, tail, title]));
    locals.push(local);
    offset += local.length;
  }
  const size = directory.reduce((sum, each) => sum + each.length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, ...directory, Buffer.from('PK\x05\x06'), end]);
}

const openXml = (contentType: string, part: string): Buffer =>
  zipOf([
    ['[Content_Types].xml', `<Types><Override PartName="/${part}" ContentType="${contentType}.main+xml"/></Types>`],
    [part, '<document/>'],
  ]);
const openDocument = (type: string): Buffer =>
  zipOf([
    ['mimetype', type],
    ['content.xml', '<office/>'],
  ]);

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const slides = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
const odf = 'application/vnd.oasis.opendocument';

/** The smallest files of each type that an attachment can have. */
export const sampleFiles = {
  'application/pdf': Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n'),
  'image/png': Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
  'image/jpeg': Buffer.from('/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAP//////////////////////////////////////////////2Q==', 'base64'),
  [word]: openXml(word, 'word/document.xml'),
  [sheet]: openXml(sheet, 'xl/workbook.xml'),
  [slides]: openXml(slides, 'ppt/presentation.xml'),
  [`${odf}.text`]: openDocument(`${odf}.text`),
  [`${odf}.spreadsheet`]: openDocument(`${odf}.spreadsheet`),
  [`${odf}.presentation`]: openDocument(`${odf}.presentation`),
} as const;

/** What is often given out for something else. */
export const disguised = {
  'a program': Buffer.from(`MZ${'\0'.repeat(200)}`),
  'a web page': Buffer.from('<!doctype html><script>alert(1)</script>'),
  'a plain archive': zipOf([['virus.exe', 'MZ']]),
  'an old Word file': Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
  'a Word file with macros': openXml('application/vnd.ms-word.document.macroEnabled', 'word/document.xml'),
  'random bytes': Buffer.from(Array.from({ length: 300 }, (_, i) => (i * 97 + 13) % 256)),
} as const;
