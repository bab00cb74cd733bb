import type { Order } from './order.ts';

/** How the sending of an order ended, for now. `later`: nobody knows whether it was carried out, and the same key is to be sent again. */
export type Answer =
  | { readonly kind: 'acknowledged'; readonly status: number; readonly version: number; readonly replayed: boolean }
  | { readonly kind: 'refused'; readonly status: number; readonly code: string }
  | { readonly kind: 'later'; readonly status: number | 'no answer' };

/** Where to send, and as whom. */
export interface Door {
  readonly url: string;
  readonly token: string;
}

const answerMsMax = 35_000;

/** Sends an order once. */
export async function sendOrder({ key, path, body, ifMatch, traceparent }: Order, { url, token }: Door): Promise<Answer> {
  try {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': key,
        ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
        ...(traceparent === undefined ? {} : { traceparent }),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(answerMsMax),
    });
    const text = await response.text();
    return answerOf(response, text);
  } catch {
    // Refused, cut off or too late: what the service has made of it is unknown.
    return { kind: 'later', status: 'no answer' };
  }
}

function answerOf({ status, headers }: Response, text: string): Answer {
  if (status < 300)
    return {
      kind: 'acknowledged',
      status,
      version: Number(/^"(\d+)"$/.exec(headers.get('etag') ?? '')?.[1]),
      replayed: headers.get('idempotency-replayed') === 'true',
    };
  const code = codeOf(text);
  const mayPass = status >= 500 || status === 429 || status === 408 || code === 'in-flight';
  return mayPass ? { kind: 'later', status } : { kind: 'refused', status, code };
}

function codeOf(text: string): string {
  try {
    return String((JSON.parse(text) as { code?: unknown }).code);
  } catch {
    return text.slice(0, 200);
  }
}
