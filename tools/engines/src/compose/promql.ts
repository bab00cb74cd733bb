import { parser } from '@prometheus-io/lezer-promql';

/** The metrics that a PromQL expression reads, each once. Throws where the expression is not PromQL, with the place. */
export function metricsReadBy(expression: string): string[] {
  const found = new Set<string>();
  parser.parse(expression).iterate({
    enter({ type, from, to, node }) {
      if (type.isError) throw new Error(`not PromQL at ${from + 1}: ${expression}`);
      if (type.name === 'Identifier' && node.parent?.name === 'VectorSelector') found.add(expression.slice(from, to));
    },
  });
  return [...found];
}
