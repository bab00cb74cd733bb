/** One line of a text file, counted from 1; `end` is what closed it, empty where the file stops without a line end. */
export interface Line {
  readonly number: number;
  readonly text: string;
  readonly end: '\r\n' | '\n' | '';
}

/** Cuts a stream of UTF-8 into lines, without its byte order mark. `node:readline` would hide whether the last line is whole. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8');
  let number = 0;
  let rest = '';
  for await (const chunk of chunks) {
    const pieces = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = pieces.pop() ?? '';
    for (const piece of pieces) yield toLine(++number, piece);
  }
  rest += decoder.decode();
  if (rest !== '') yield { number: ++number, text: rest, end: '' };
}

function toLine(number: number, piece: string): Line {
  return piece.endsWith('\r') ? { number, text: piece.slice(0, -1), end: '\r\n' } : { number, text: piece, end: '\n' };
}
