import { queryCharsMax } from './limits.ts';
import { platformProblem } from './problem.ts';
import { sentName } from './sent-name.ts';

/** The parameters of an address, each once. Throws 414 when they are too long, 400 when one is repeated. */
export function readQueryString(url: string): ReadonlyMap<string, string> {
  const start = url.indexOf('?');
  if (start < 0) return new Map();
  const text = url.slice(start + 1);
  if (text.length > queryCharsMax) throw platformProblem('address-too-long', { details: { charactersMax: queryCharsMax } });
  const pairs = [...new URLSearchParams(text)];
  const parameters = new Map(pairs);
  if (parameters.size < pairs.length) {
    const repeated = pairs.find(([name], i) => pairs.findIndex(([other]) => other === name) < i)?.[0];
    throw platformProblem('parameters-invalid', { details: { repeated: sentName(repeated ?? '') } });
  }
  return parameters;
}
