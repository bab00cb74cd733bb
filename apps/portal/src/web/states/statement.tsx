import type { ReactNode } from 'react';
import './statement.css';

interface StatementProps {
  readonly title: string;
  readonly explanation?: string | undefined;
  readonly children?: ReactNode;
  /** A page that is nothing but this statement has it as its heading. */
  readonly isPage?: boolean;
}

/** One calm sentence in place of content: why it is not there, and what can be done. */
export const Statement = ({ title, explanation, children, isPage = false }: StatementProps) => {
  const Heading = isPage ? 'h1' : 'h2';
  return (
    <section className="statement">
      {isPage && <title>{title}</title>}
      <Heading>{title}</Heading>
      {explanation !== undefined && <p>{explanation}</p>}
      {children}
    </section>
  );
};
