import type { Lang } from '@xietong/domain';
import type { sendFile } from './send-file.ts';
import { ApiProblem, parseProblem } from './api-problem.ts';

/** Speaks to the services in the name of whoever is logged in, or in nobody's. All throw `ApiProblem` where the answer is no. */
export interface Api {
  readonly read: <Answer>(address: string, signal?: AbortSignal) => Promise<Answer>;
  /** Posts what was decided, as JSON. */
  readonly decide: <Answer>(address: string, decision: object) => Promise<Answer>;
  /** Gives a command; repeated with the same key it is carried out once. With a version, only while the document is at that one. */
  readonly command: <Answer>(address: string, input: object, key: string, version?: number) => Promise<Answer>;
  /** Sends a file up; repeated with the same key it is the same file. */
  readonly upload: (address: string, upload: Upload) => Promise<Readonly<Record<string, unknown>>>;
  readonly download: (address: string, mediaType: string) => Promise<Blob>;
}

/** A file on its way. */
export interface Upload {
  readonly file: File;
  readonly mediaType: string;
  readonly key: string;
  /** Told how many bytes have left. */
  readonly onProgress: (bytes: number) => void;
  readonly signal: AbortSignal;
}

export interface ApiOptions {
  readonly lang: Lang;
  readonly token: () => string | undefined;
  /** Tries to get a fresh token, and says whether there is one now. */
  readonly renew: () => Promise<boolean>;
  readonly fetch: typeof fetch;
  readonly sendFile: typeof sendFile;
}

/** What is sent beside what every request sends. */
type Sent = Pick<RequestInit, 'method' | 'body' | 'signal'> & {
  readonly headers?: Record<string, string>;
  /** What sends it, where that is not `fetch`. */
  readonly by?: (address: string, init: RequestInit & { readonly headers: Record<string, string> }) => Promise<Response>;
};

// RFC 8187 reserves what `encodeURIComponent` leaves alone.
const encodedName = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const bodyOf = async (response: Response): Promise<unknown> => {
  if (!response.headers.get('content-type')?.includes('json')) return undefined;
  // A body cut off on its way is as good as none: the status still tells.
  return response.json().catch(() => undefined);
};

export const createApi = ({ lang, token, renew, fetch, sendFile }: ApiOptions): Api => {
  const send = async (address: string, mediaType: string, { headers: more = {}, by = fetch, ...init }: Sent): Promise<Response> => {
    const known = token();
    const headers: Record<string, string> = { accept: mediaType, 'accept-language': lang, ...more };
    if (known !== undefined) headers['authorization'] = `Bearer ${known}`;
    try {
      return await by(address, { ...init, headers });
    } catch (error) {
      if (init.signal?.aborted) throw error;
      throw new ApiProblem({ status: 0, code: 'unreachable' });
    }
  };

  const request = async (address: string, mediaType: string, sent: Sent = {}): Promise<Response> => {
    let response = await send(address, mediaType, sent);
    // A token can end on its way, or while the computer slept: one renewal, one more try.
    if (response.status === 401 && (await renew())) response = await send(address, mediaType, sent);
    if (!response.ok) throw new ApiProblem(parseProblem(response.status, await bodyOf(response)));
    return response;
  };

  const post = async (address: string, body: object, more: Record<string, string> = {}) => {
    const sent = { method: 'POST', headers: { 'content-type': 'application/json', ...more }, body: JSON.stringify(body) };
    return (await request(address, 'application/json', sent)).json();
  };

  return {
    read: async (address, signal) => (await request(address, 'application/json', signal ? { signal } : {})).json(),
    decide: (address, decision) => post(address, decision),
    command: (address, input, key, version) =>
      post(address, input, { 'idempotency-key': key, 'if-match': version === undefined ? '*' : `"${version}"` }),
    upload: async (address, { file, mediaType, key, onProgress, signal }) => {
      const headers = {
        'content-type': mediaType,
        'content-disposition': `attachment; filename*=UTF-8''${encodedName(file.name)}`,
        'idempotency-key': key,
      };
      const by: Sent['by'] = (to, init) => sendFile(to, { headers: init.headers, file, onProgress, signal });
      return (await request(address, 'application/json', { method: 'POST', headers, signal, by })).json();
    },
    download: async (address, mediaType) => (await request(address, mediaType)).blob(),
  };
};
