import type { Attachment } from '@xietong/kernel';

/** A file as it is handed to a rule in a specification; of each id there is one. */
export const exampleAttachment = (id: string): Attachment => ({
  id,
  name: '可行性研究报告.pdf',
  mediaType: 'application/pdf',
  bytes: 48_213,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  scanned: true,
});
