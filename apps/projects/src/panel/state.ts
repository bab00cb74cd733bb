import { panelShortlisted, Shortlisted } from '@xietong/contracts-projects';
import { Reason } from '@xietong/domain';
import { z } from 'zod';

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
