/** The lights of a running project 灯色, the gravest first. `warned`: a warning waits for its answer, in time or late. `behind`: the last report lies below the plan. */
export const lights = ['warned', 'behind', 'on-plan'] as const;
export type Light = (typeof lights)[number];

/** What of a running project its light is read from. */
interface Judged {
  readonly warning?: { readonly status: 'open' | 'escalated' | 'answered' } | undefined;
  readonly quarters?: readonly { readonly belowPlan: boolean }[] | undefined;
}

/** Read from what the rules left in the state, never judged again (docs/decisions/0003-lag-is-relative.md). */
export function runningLight({ warning, quarters = [] }: Judged): Light {
  if (warning && warning.status !== 'answered') return 'warned';
  return quarters.at(-1)?.belowPlan ? 'behind' : 'on-plan';
}
