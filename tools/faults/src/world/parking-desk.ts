import { z } from 'zod';

const Item = z.looseObject({ id: z.string(), partition: z.int(), offset: z.int(), role: z.enum(['cause', 'follower']) });
const Page = z.looseObject({ items: z.array(Item) });
const Replayed = z.looseObject({ applied: z.int(), parked: z.int() });

/** A parked message as its list shows it. */
export type ParkedItem = z.output<typeof Item>;

/** What an operator does about messages that reporting has parked. */
export interface ParkingDesk {
  /** What is parked under a key, up to 200 messages. */
  list(key: string): Promise<readonly ParkedItem[]>;
  discard(id: string): Promise<void>;
  /** Applies what waits under a key; answers how much left the line and how much is still in it. */
  replay(key: string): Promise<{ readonly applied: number; readonly parked: number }>;
}

const reason = 'planted by npm run faults';

export function parkingDesk(url: string, topic: string, token: string): ParkingDesk {
  const ask = async (path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${url}/v1/parked${path}`, {
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`reporting answers ${response.status} to /v1/parked${path}: ${await response.text()}`);
    return response.json();
  };
  return {
    list: async (key) => Page.parse(await ask(`?${new URLSearchParams({ consumer: 'facts', key, limit: '200' })}`)).items,
    discard: async (id) => void (await ask(`/${encodeURIComponent(id)}/discard`, { reason })),
    replay: async (key) => Replayed.parse(await ask('/replay', { consumer: 'facts', topic, key, reason })),
  };
}
