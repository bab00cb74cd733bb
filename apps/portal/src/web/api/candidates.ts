/** An expert who can be invited to review an application. */
export interface Candidate {
  readonly expert: string;
  /** On whose roster he is, and under which number there. */
  readonly agency: string;
  readonly number?: string;
  readonly fields: readonly string[];
  /** Reviews that are awaited from him. */
  readonly awaited: number;
  /** An earlier invitation to this application, and how it ended: to that review he is invited again. */
  readonly earlier?: { readonly review: string; readonly ended: 'declined' | 'withdrawn' | 'lapsed' };
}

export interface CandidatesPage {
  readonly field: string;
  readonly inConflict: number;
  readonly items: readonly Candidate[];
  readonly next?: string;
}
