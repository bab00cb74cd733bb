import { AgencyRef, everyone, type Excerpt, idOf } from '@xietong/kernel';
import { ApplicationContent, ApplyingOrganisation, applicationPublicised, Party } from '@xietong/contracts-projects';
import { z } from 'zod';
import type { ApplicationState } from './state.ts';

/** What a publicity shows of an application: who wants to do what together, and until when one can object. No amount, no plan, no objection. */
const PublicisedApplication = z.strictObject({
  status: z.enum(['publicised', 'approved']),
  call: idOf('call', z.string()),
  agency: AgencyRef,
  title: ApplicationContent.shape.title,
  area: ApplicationContent.shape.area,
  parties: z.array(z.strictObject({ role: Party.shape.role, ...ApplyingOrganisation.pick({ name: true, region: true }).shape })),
  endsAt: applicationPublicised.schema.shape.endsAt,
});

const isPublic = (application: ApplicationState) => application.status === 'publicised' || application.status === 'approved';

export const excerpt: Excerpt<ApplicationState, z.output<typeof PublicisedApplication>> = {
  collection: 'publicised-applications',
  state: PublicisedApplication,
  audience: (application) => (isPublic(application) ? [everyone] : []),
  of: (application) => {
    if ((application.status !== 'publicised' && application.status !== 'approved') || !application.publicity) {
      throw new Error(`an application that is ${application.status} has no public part`);
    }
    const { status, call, agency, content, publicity } = application;
    const { title, area, parties } = content;
    return {
      status,
      call,
      agency,
      title,
      area,
      parties: parties.map(({ role, organisation: { name, region } }) => ({ role, name, region })),
      endsAt: publicity.endsAt,
    };
  },
  findBy: ['status', 'call', 'agency', 'area', 'title', 'region'],
};
