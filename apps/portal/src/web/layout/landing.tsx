import { Navigate, useLocation } from 'react-router';
import { useRoles } from '../session/session-context.tsx';
import { placesOf } from './places.ts';

/** The first page: the first place of whoever is logged in. */
export const Landing = () => {
  const { search } = useLocation();
  const [first] = placesOf(useRoles());
  return <Navigate to={{ pathname: first?.path ?? '/projects', search }} replace />;
};
