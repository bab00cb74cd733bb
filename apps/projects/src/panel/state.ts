import { panelShortlisted, Shortlisted } from '@xietong/contracts-projects';
import { Reason } from '@xietong/domain';
import { z } from 'zod';
import type { ApplicationState } from '../application/state.ts';

const { call, agency, area, quota } = panelShortlisted.schema.shape;

/** A panel as it is stored, and as the API shows it: its decisions on one area of a call, in their order. */
export const PanelState = z.strictObject({
  call,
  agency,
  area,
  quota,
  decisions: z.array(z.strictObject({ applications: z.array(Shortlisted), reasons: Reason.optional() })).min(1),
});
export type PanelState = z.output<typeof PanelState>;

/** Every application that the panel gave a place. */
export const chosenBy = ({ decisions }: PanelState): string[] =>
  decisions.flatMap(({ applications }) => applications.map(({ application }) => application));

/** Those who lost it again: nobody will be funded in it. */
const freed: readonly (ApplicationState['status'] | undefined)[] = ['refused', 'withdrawn'];

/** Those who still have it, by how their applications stand. */
export const standingOf = (panel: PanelState, statusOf: (application: string) => ApplicationState['status'] | undefined): string[] =>
  chosenBy(panel).filter((application) => !freed.includes(statusOf(application)));
