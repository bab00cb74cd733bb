import type { Readable } from 'node:stream';

/**
 * The media type that the content of a file of so many bytes tells, or nothing where it tells none. The stream is read as far as that takes, and destroyed.
 */
export async function mediaTypeOf(content: Readable, bytes: number): Promise<string | undefined> {
  // Parsers that are needed once in a while, by few services.
  const [{ fileTypeFromTokenizer }, { fromStream }] = await Promise.all([import('file-type'), import('strtok3')]);
  try {
    // Told the size, it looks behind large parts too: a text document may begin with its pictures.
    return (await fileTypeFromTokenizer(await fromStream(content, { fileInfo: { size: bytes } })))?.mime;
  } finally {
    content.destroy();
  }
}
