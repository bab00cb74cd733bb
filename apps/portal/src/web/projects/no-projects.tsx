import { useRoles } from '../session/session-context.tsx';
import { Statement } from '../states/statement.tsx';
import { useLanguage } from '../text/language.tsx';

// They read what their organisation takes part in; everyone else reads what his agency has registered.
const rolesOfOrganisations = ['applicant', 'expert', 'partner'];

/** Why the list is empty: the filters let nothing through, or there is nothing. */
export const NoProjects = ({ isNarrowed }: { isNarrowed: boolean }) => {
  const words = useLanguage().text.projects;
  const roles = useRoles();
  if (isNarrowed) return <Statement title={words.empty} explanation={words.emptyRemedy} />;
  const isOutsider = roles.every((role) => rolesOfOrganisations.includes(role));
  return <Statement title={words.none} explanation={isOutsider ? words.noneOfOrganisation : words.noneOfAgency} />;
};
