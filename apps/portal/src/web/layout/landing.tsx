import { Navigate } from 'react-router';
import type { ReactNode } from 'react';
import { useRoles } from '../session/session-context.tsx';
import { placesOf } from './places.ts';

/** The first page: the overview, or for whoever may not see it the first place that is his. */
export const Landing = ({ overview }: { overview: ReactNode }) => {
  const [first] = placesOf(useRoles());
  return first === undefined || first.path === '/' ? overview : <Navigate to={first.path} replace />;
};
