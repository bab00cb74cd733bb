import { applicationObjected } from '@xietong/contracts-projects';
import { text } from '@xietong/domain';
import { type Context, refuse } from '@xietong/kernel';
import { z } from 'zod';
import { type ApplicationState, objectionsMax } from '../state.ts';

export const ObjectTo = z.strictObject({ grounds: text(5000) });
export type ObjectTo = z.output<typeof ObjectTo>;

export const object = (application: ApplicationState, { grounds }: ObjectTo, { now }: Context) => {
  if (application.status !== 'publicised') return refuse('not-publicised', { status: application.status });
  const { endsAt, objections } = application.publicity;
  if (now >= endsAt) return refuse('publicity-over', { endsAt });
  if (objections.length >= objectionsMax) return refuse('objections-full', { objectionsMax });
  return [applicationObjected({ no: objections.length + 1, grounds })];
};
