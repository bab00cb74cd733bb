import type { ApplicationContent, Assessment, Axis } from '@xietong/contracts-projects';

interface Facts {
  readonly id: string;
  readonly version: number;
  readonly updatedAt: string;
  readonly application: string;
  readonly call: string;
  readonly agency: string;
  readonly expert: string;
  readonly axes: readonly Axis[];
  readonly content: ApplicationContent;
}

/** A review that its expert is in, as the projects service shows it to him. */
export type OwnReview = Facts &
  (
    | { readonly status: 'invited'; readonly answerBy: string; readonly provisional: boolean }
    | { readonly status: 'accepted'; readonly scoreBy: string; readonly provisional: boolean; readonly returned?: string }
    | { readonly status: 'scored'; readonly assessment: Assessment }
  );
export type OwnReviewStatus = OwnReview['status'];

/** A review as the agency that invited to it sees it. */
export interface AgencyReview {
  readonly id: string;
  readonly expert: string;
  readonly status: OwnReviewStatus | 'declined' | 'recused' | 'withdrawn' | 'lapsed';
  readonly answerBy?: string;
  readonly scoreBy?: string;
  readonly assessment?: Assessment;
}
