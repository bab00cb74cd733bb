import { ParticipantsInput, projectParticipantsAmended } from '@xietong/contracts-projects';
import { Reason } from '@xietong/domain';
import { z } from 'zod';
import { checkAgainstAcceptor, checkParticipants } from '../participants.ts';
import type { ProjectState } from '../state.ts';

export const AmendParticipants = z.strictObject({ participants: ParticipantsInput, reason: Reason });
export type AmendParticipants = z.output<typeof AmendParticipants>;

// In any state: what was registered wrongly is put right, however long ago the project ended.
export const amendParticipants = (project: ProjectState, { participants, reason }: AmendParticipants) =>
  checkParticipants(participants) ??
  checkAgainstAcceptor(participants, project) ?? [projectParticipantsAmended({ participants, signedOn: project.signedOn, reason })];
