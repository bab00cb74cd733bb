import { useLocation, useNavigate, useSearchParams } from 'react-router';
import type { PagerProps } from './pager.tsx';
import { after, back, findCursor, next, type Step, trailOf } from './paging.ts';

/** Turns the pages of a list: the address holds the cursor of the present one, and the browser's history the way back. */
export const usePageTurning = (): {
  readonly cursor: string | undefined;
  /** What the pager shows below a page, by the cursor of the page that follows it. */
  readonly pagerFor: (following: string | undefined) => PagerProps;
} => {
  const navigate = useNavigate();
  const { state } = useLocation();
  const [parameters] = useSearchParams();
  const cursor = findCursor(parameters);
  const trail = trailOf(state);
  const goTo = (step: Step) => void navigate({ search: after(parameters, step.cursor).toString() }, { state: { trail: step.trail } });
  return {
    cursor,
    pagerFor: (following) => ({
      page: trail.length + 1,
      ...(cursor === undefined ? {} : { onBack: () => goTo(back(trail)) }),
      ...(following === undefined ? {} : { onNext: () => goTo(next(trail, cursor, following)) }),
    }),
  };
};
