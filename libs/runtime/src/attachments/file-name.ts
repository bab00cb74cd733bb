import { type AttachmentType, attachmentTypes } from '@xietong/kernel';

/** How long a name may be, in UTF-16 units, its ending included. */
const lengthMax = 200;

/** What no file system shows as it is: control and format signs (such as those that turn a text round), half characters, and what separates or opens something. */
const notShown = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
const notInNames = /[<>:"|?*]/g;

/**
 * The name of a file as it is kept: without the path to it, without signs that hide what it is, with the ending of its type. `报告.exe` of a PDF becomes
 * `报告.exe.pdf`, so that nobody's computer runs it. A name of which nothing is left is `attachment`.
 */
export function cleanFileName(sent: string, mediaType: AttachmentType): string {
  const plain = (/[^/\\]*$/.exec(sent)?.[0] ?? '').normalize('NFC').replace(notShown, '').replace(notInNames, '_').trim();
  const endings: readonly string[] = attachmentTypes[mediaType];
  const ending =
    endings.find((each) => plain.toLowerCase().endsWith(each)) === undefined ? (endings[0] ?? '') : (/\.[^.]*$/.exec(plain)?.[0] ?? '');
  const stem = (plain.endsWith(ending) ? plain.slice(0, plain.length - ending.length) : plain).replace(/^[.\s]+|[.\s]+$/g, '');
  return `${shortened(stem, lengthMax - ending.length) || 'attachment'}${ending}`;
}

// Between two characters, never within one.
function shortened(text: string, max: number): string {
  if (text.length <= max) return text;
  return Array.from(new Intl.Segmenter('zh').segment(text.slice(0, max + 32)))
    .filter(({ index, segment }) => index + segment.length <= max)
    .map(({ segment }) => segment)
    .join('')
    .trimEnd();
}
