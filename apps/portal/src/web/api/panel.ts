import type { Area } from '@xietong/contracts-projects';

/** A call as far as the panels' list shows it. */
export interface CallOfPanels {
  readonly id: string;
  readonly status: 'published' | 'closed';
  readonly number: string;
  readonly title: string;
  readonly closesAt: string;
  readonly areas: readonly Area[];
  readonly scoring: { readonly axes: readonly { readonly code: string; readonly title: string; readonly weightPercent: number }[] };
}

/** How far the panel of an area is. */
export interface AreaStand extends Area {
  readonly places: number;
  readonly eligible: number;
  readonly awaited: number;
}

/** An application in the ranking of its area; points are in hundredths. */
export interface RankedApplication {
  readonly application: string;
  readonly title: string;
  readonly applicant: string;
  readonly status: 'eligible' | 'shortlisted' | 'publicised' | 'approved' | 'refused';
  /** 1 is the best, equal means share one; none without a review that counts. */
  readonly rank?: number;
  readonly mean?: number;
  readonly spread: number;
  readonly reviews: number;
  readonly awaited: number;
  readonly lacksQuorum: boolean;
  readonly isFarApart: boolean;
  /** The panel gave it a place, which it still has. */
  readonly isListed: boolean;
  readonly axes: readonly { readonly axis: string; readonly mean: number }[];
}

export interface Ranking {
  readonly call: string;
  readonly area: string;
  readonly quota: number;
  /** Places that are free. */
  readonly places: number;
  readonly items: readonly RankedApplication[];
}

/** A panel: its decisions on one area of a call, in their order. */
export interface Panel {
  readonly id: string;
  readonly version: number;
  readonly decisions: readonly {
    readonly applications: readonly { readonly application: string; readonly totals: readonly number[] }[];
    readonly reasons?: string;
  }[];
}
