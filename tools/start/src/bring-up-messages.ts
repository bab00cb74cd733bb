import type { PlatformRecord } from './platform-file.ts';
import type { ServicePlan } from './services.ts';

/** What the process that brings a platform up tells the one that watches over it. */
export type FromBringUp =
  | { readonly line: string }
  | { readonly note: Partial<PlatformRecord> }
  | { readonly start: ServicePlan }
  | { readonly up: string }
  | { readonly failed: string };

/** What became of a service that it asked for. */
export type ToBringUp = { readonly started: string } | { readonly notStarted: string; readonly why: string };
