import type { Outcome } from './outcome.ts';

/** What a specification says instead of events: that nothing happened, and why. */
export type Expectation = Partial<Outcome> & { readonly kind: Exclude<Outcome['kind'], 'happened'> };

/** The command is refused with this code; where `field` or `details` are given, with these too. */
export function refusal(code: string, { field, details }: { field?: string; details?: Record<string, unknown> } = {}): Expectation {
  return {
    kind: 'refused',
    refusal: {
      refused: code,
      ...(field === undefined ? {} : { field }),
      details: details ?? (expect.any(Object) as Record<string, unknown>),
    },
  };
}

/** The actor may not give this command. */
export const denied: Expectation = { kind: 'denied' };

/** The input does not fit its schema at this path: `invalidInput('milestones.0.due')`. */
export function invalidInput(path: string): Expectation {
  return { kind: 'invalid', fields: expect.arrayContaining([path]) as string[] };
}
