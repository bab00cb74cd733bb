import { Reason } from '@xietong/domain';
import { event } from '@xietong/kernel';
import { z } from 'zod';
import { applicationDrafted } from './application-events.ts';
import { Hundredths } from './assessment.ts';
import { Area } from './call-terms.ts';
import { ApplicationId } from './application-content.ts';

/** An application that the panel put on the list 拟立项, with the totals that it was ranked by, the highest first. */
export const Shortlisted = z.object({ application: ApplicationId, totals: z.array(Hundredths).min(1).max(100) });
export type Shortlisted = z.output<typeof Shortlisted>;

/**
 * A panel 评审组 put applications of one area of a call on the list of those to be approved, within the area's quota. `reasons` say why a better
 * placed one was passed over, or why one was taken on which the reviews are far apart.
 */
export const panelShortlisted = event(
  'panel.shortlisted',
  1,
  z.object({
    ...applicationDrafted.schema.pick({ call: true, agency: true }).shape,
    area: Area.shape.code,
    quota: Area.shape.quota,
    applications: z.array(Shortlisted).min(1).max(500),
    reasons: Reason.optional(),
  }),
);

/** Every event of a panel. */
export const panelEvents = [panelShortlisted] as const;
