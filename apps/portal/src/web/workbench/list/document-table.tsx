import { Link } from 'react-router';
import type { Collection } from '../description/description.ts';
import { valueAt } from '../description/schema.ts';
import { SingleValue } from '../document/value.tsx';
import { documentLink } from '../links.ts';
import { useWords } from '../use-workbench-text.ts';
import { columnsOf, titleOf } from './columns.ts';
import type { Document } from './csv.ts';

/** Documents as rows; on a phone each becomes a card. */
export const DocumentTable = ({ collection, documents }: { collection: Collection; documents: readonly Document[] }) => {
  const words = useWords(collection.aggregate);
  const columns = columnsOf(collection);
  return (
    <table className="plain-table stacked-table document-table">
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          {columns.map(({ name, path }) => (
            <th key={name} scope="col">
              {words.field(name, path.at(-2))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {documents.map((document) => (
          <tr key={document.id}>
            <td>
              <Link className="document-title" to={documentLink(collection, document.id)}>
                {titleOf(collection, document)}
              </Link>
            </td>
            {columns.map(({ name, path, schema }) => (
              <td key={name} data-label={words.field(name, path.at(-2))}>
                <SingleValue collection={collection} schema={schema} name={name} within={path.at(-2)} value={valueAt(document, path)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
