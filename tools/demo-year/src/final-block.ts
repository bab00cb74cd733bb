import type { YearPlan } from './plan/plan-year.ts';

export interface FinalBlock {
  readonly plan: YearPlan;
  readonly portal: string;
  /** Where the passwords stand, in files that only their owner reads. */
  readonly secretsFiles: readonly string[];
  readonly changes: number;
  readonly seconds: number;
}

/** What the year left behind, and where in the portal it is seen. */
export function renderFinalBlock({ plan, portal, secretsFiles, changes, seconds }: FinalBlock): string {
  const { seed, size } = plan;
  return [
    `The year of seed ${seed}: ${size.applications} applications, ${size.approved} approved. ${said(changes)} ${seconds.toFixed(1)} s.`,
    '',
    'What the portal shows 门户中可见',
    ...[
      ['指标 figures', '/figures', 'kjj-analyst'],
      ['项目 projects', '/projects', 'kjj-officer'],
      ['申报 applications', '/workbench/projects/applications', 'kjj-officer'],
      ['评审 reviews', '/workbench/projects/reviews', 'kjj-director'],
      ['联合体 alliances', '/workbench/projects/alliances', 'kjj-officer'],
      ['专家库 experts', '/workbench/talent/experts', 'kjj-officer'],
      ['公示 publicity', '/publicity', 'everyone 公开'],
    ].map(([what, path, as]) => `  ${portal}${path}  ${what} (${as})`),
    '',
    'Passwords 密码',
    ...secretsFiles.map((file) => `  ${file}`),
    '',
    'It goes on running, under its own clock. To end it: npm run demo:year -- --stop',
  ].join('\n');
}

const said = (changes: number): string =>
  changes === 0 ? 'It had been played before: nothing has changed.' : `${changes.toLocaleString('en-GB')} commands took effect.`;
