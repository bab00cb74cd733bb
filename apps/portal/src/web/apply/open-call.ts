import { projectsCollection } from './places.ts';
import { documentsAddress } from '../api/addresses.ts';

/** What the pages of an applicant read of a call. */
export interface OpenCall {
  readonly id: string;
  readonly title: string;
  readonly status: 'published' | 'closed';
  readonly opensAt: string;
  /** The first moment that is too late. */
  readonly closesAt: string;
  readonly areas: readonly { readonly code: string; readonly title: string }[];
  readonly documents: readonly { readonly code: string; readonly title: string; readonly required: boolean }[];
  readonly eligibility: { readonly conditions: readonly string[] };
}

/** The calls that are published and not closed, the first to close first. */
export const openCallsAddress = (after?: string): string =>
  documentsAddress(projectsCollection('calls'), { status: 'published', sort: 'closesAt', limit: 25, after });

/** Whether a call takes applications at that moment. */
export const isOpen = ({ status, opensAt, closesAt }: Pick<OpenCall, 'status' | 'opensAt' | 'closesAt'>, nowMs: number): boolean =>
  status === 'published' && Date.parse(opensAt) <= nowMs && nowMs < Date.parse(closesAt);
