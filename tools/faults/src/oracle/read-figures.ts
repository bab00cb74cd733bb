import { z } from 'zod';

const Metrics = z.looseObject({
  items: z.array(z.looseObject({ id: z.string(), dimensions: z.array(z.string()), filters: z.array(z.string()) })),
});
const Figure = z.looseObject({ rows: z.array(z.record(z.string(), z.unknown())) });

/** Every metric in all its dimensions as reporting answers it, a row each, in a fixed order and without links and watermarks. */
export async function figuresOf(url: string, token: string): Promise<string[]> {
  const ask = async (path: string): Promise<unknown> => {
    const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    if (!response.ok) throw new Error(`reporting answers ${response.status} to ${path}: ${await response.text()}`);
    return response.json();
  };
  const rows: string[] = [];
  for (const { id, dimensions, filters } of Metrics.parse(await ask('/v1/metrics')).items) {
    const figure = Figure.parse(
      await ask(`/v1/figures/${id}?by=${dimensions.join(',')}${filters.includes('within') ? '&within=NO-03' : ''}`),
    );
    rows.push(...figure.rows.map(({ events: _, ...row }) => `${id} ${JSON.stringify(row)}`).sort());
  }
  return rows;
}
