/** The sum of a metric's values over the labels that match; 0 where it has none. Labels are `consumer="facts"`. */
export async function readMetric(url: string, name: string, ...labels: readonly string[]): Promise<number> {
  const response = await fetch(`${url}/metrics`);
  const lines = (await response.text()).split('\n').filter((line) => line.startsWith(`${name}{`));
  const matching = lines.filter((line) => labels.every((label) => line.includes(label)));
  return matching.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
}
