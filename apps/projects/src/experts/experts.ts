import { expertEvents } from '@xietong/contracts-talent';
import { type EventOf, projection, unreachable } from '@xietong/kernel';
import { type ExpertRecord, expertsName } from './expert.ts';

/** The experts of every agency that publishes them 专家库: whom a panel can invite, and by what conflicts of interest are found. */
export const experts = projection(expertsName, { context: 'talent', from: expertEvents, foundBy: ['fields'], apply });

function apply(expert: ExpertRecord | undefined, event: EventOf<typeof expertEvents>): ExpertRecord {
  if (event.type === 'expert.registered') return { status: 'registered', ...event.data };
  if (!expert) throw new Error(`'${event.type}' of an expert who was never registered`);
  switch (event.type) {
    case 'expert.profile-changed':
      return { ...expert, ...event.data, status: expert.status === 'rejected' ? 'registered' : expert.status };
    case 'expert.verified':
    case 'expert.renewed':
      return { ...expert, ...event.data, status: 'verified' };
    case 'expert.rejected':
      return { ...expert, status: 'rejected' };
    case 'expert.lapsed':
      return { ...expert, status: 'lapsed' };
    case 'expert.suspended':
      return { ...expert, status: 'suspended' };
    case 'expert.reinstated':
      return { ...expert, status: 'verified' };
    default:
      return unreachable(event);
  }
}
