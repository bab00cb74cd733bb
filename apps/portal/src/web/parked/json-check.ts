/** Where a text ceases to be JSON, as the reader counts; undefined where it is JSON. */
export interface JsonFault {
  readonly line?: number;
  readonly column?: number;
}

export const findJsonFault = (text: string): JsonFault | undefined => {
  try {
    JSON.parse(text);
    return undefined;
  } catch (fault) {
    return placeIn(text, fault instanceof Error ? fault.message : '');
  }
};

// Engines word it differently, and some tell no place: then only that it is no JSON is said.
const placeIn = (text: string, message: string): JsonFault => {
  const position = /position (\d+)/.exec(message)?.[1];
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  if (line !== undefined && column !== undefined) return { line: Number(line), column: Number(column) };
  if (position === undefined) return {};
  const before = text.slice(0, Number(position)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};

/** The text with one field a line where it is JSON, and as it is where it is not. */
export const readable = (text: string): string => (findJsonFault(text) ? text : JSON.stringify(JSON.parse(text), null, 2));
