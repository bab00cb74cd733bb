import type { Lang } from '@xietong/domain';
import { ApiProblem, parseProblem } from './api-problem.ts';

/** Reads the services in the name of whoever is logged in. Both throw `ApiProblem` where the answer is no. */
export interface Api {
  readonly read: <Answer>(address: string, signal?: AbortSignal) => Promise<Answer>;
  readonly download: (address: string, mediaType: string) => Promise<Blob>;
}

export interface ApiOptions {
  readonly lang: Lang;
  readonly token: () => string | undefined;
  /** Tries to get a fresh token, and says whether there is one now. */
  readonly renew: () => Promise<boolean>;
  readonly fetch: typeof fetch;
}

const bodyOf = async (response: Response): Promise<unknown> => {
  if (!response.headers.get('content-type')?.includes('json')) return undefined;
  // A body cut off on its way is as good as none: the status still tells.
  return response.json().catch(() => undefined);
};

export const createApi = ({ lang, token, renew, fetch }: ApiOptions): Api => {
  const send = async (address: string, mediaType: string, signal: AbortSignal | undefined): Promise<Response> => {
    const headers = { accept: mediaType, 'accept-language': lang, authorization: `Bearer ${token() ?? ''}` };
    try {
      return await fetch(address, signal ? { headers, signal } : { headers });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new ApiProblem({ status: 0, code: 'unreachable' });
    }
  };

  const request = async (address: string, mediaType: string, signal?: AbortSignal): Promise<Response> => {
    let response = await send(address, mediaType, signal);
    // A token can end on its way, or while the computer slept: one renewal, one more try.
    if (response.status === 401 && (await renew())) response = await send(address, mediaType, signal);
    if (!response.ok) throw new ApiProblem(parseProblem(response.status, await bodyOf(response)));
    return response;
  };

  return {
    read: async (address, signal) => (await request(address, 'application/json', signal)).json(),
    download: async (address, mediaType) => (await request(address, mediaType)).blob(),
  };
};
