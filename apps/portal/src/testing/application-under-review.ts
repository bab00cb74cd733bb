import { until } from '@xietong/testing';
import { ask, callFor, type Cast, command, contentFor, onRoster } from './publicised-application.ts';

export const area = 'smart-manufacturing';

/** A call whose applications are found eligible, and an expert who can be invited to review them. */
export interface UnderReview {
  readonly call: string;
  readonly applications: readonly string[];
  readonly expert: string;
}

/** Publishes a call with two axes and one place, and takes an application of each title to its review. */
export const takeToReview = async (cast: Cast, titles: readonly string[]): Promise<UnderReview> => {
  const { officer, applicant, expert } = cast;
  const axes = [
    { code: 'advancement', title: '技术先进性', weightPercent: 65 },
    { code: 'feasibility', title: '实施可行性', weightPercent: 35 },
  ];
  const { id: call } = await command(officer, 'calls', { ...callFor(area), scoring: { axes, quorum: 1, spreadMax: 100 } });
  const applications: string[] = [];
  for (const title of titles) {
    const { id } = await command(applicant, 'applications', { call, content: contentFor(applicant, title, area) });
    await command(applicant, `applications/${id}/submit`, {});
    await command(officer, `applications/${id}/declare-eligible`, {});
    applications.push(id);
  }
  const pseudonym = await onRoster(officer, expert);
  // The roster is another service's: its news takes a moment.
  await until('the expert is a candidate', async () => {
    const { items } = (await ask(officer, `projects/v1/applications/${applications[0]}/candidates?limit=200`)) as {
      items: { expert: string }[];
    };
    return items.some((candidate) => candidate.expert === pseudonym);
  });
  return { call, applications, expert: pseudonym };
};
