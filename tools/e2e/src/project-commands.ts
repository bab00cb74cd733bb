import { correctedParticipants } from './project-requests.ts';

/** A command's name in its address, who may give it, and an input that is right in itself. */
export interface SampleCommand {
  readonly name: string;
  readonly role: 'officer' | 'director';
  readonly input: object;
}

const milestones = [
  { no: 1, title: 'The pilot line runs', due: '2024-09-01', weightPercent: 40 },
  { no: 2, title: 'Ten enterprises use it', due: '2025-03-01', weightPercent: 60 },
];

/** Every command of a project that people may give. A test holds the list to the service's own description. */
export const sampleCommands: readonly SampleCommand[] = [
  { name: 'amend-participants', role: 'officer', input: { participants: correctedParticipants, reason: 'The partner moved' } },
  { name: 'set-plan', role: 'officer', input: { milestones } },
  { name: 'report-progress', role: 'officer', input: { on: '2024-09-01', milestones: [{ no: 1, donePercent: 90 }] } },
  { name: 'answer-warning', role: 'officer', input: { cause: 'A supplier failed', measures: 'Another one was found' } },
  { name: 'adjust', role: 'director', input: { milestones: milestones.slice(0, 1), endsOn: '2025-12-31', reason: 'Less money' } },
  { name: 'suspend', role: 'director', input: { reason: 'A partner is insolvent' } },
  { name: 'resume', role: 'director', input: {} },
  { name: 'exit', role: 'director', input: { reason: 'No partner is left', settled: { amount: 50_000, currency: 'EUR' } } },
  { name: 'complete', role: 'director', input: {} },
];
