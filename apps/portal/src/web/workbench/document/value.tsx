import { Currency, type Money } from '@xietong/domain';
import { Link } from 'react-router';
import { AttachmentLink, isAttachment } from '../../attachments/attachment-link.tsx';
import { useFormat } from '../../text/use-format.ts';
import type { Collection, Schema } from '../description/description.ts';
import { amountsIn, branchFor, isRecord, schemaAt, valueAt, writingOf } from '../description/schema.ts';
import { documentLink } from '../links.ts';
import { useWords, useWorkbenchText } from '../use-workbench-text.ts';
import { columnsOfItems } from './item-columns.ts';

interface ValueProps {
  readonly collection: Collection;
  readonly schema: Schema;
  readonly name: string;
  /** The field that it stands in. */
  readonly within?: string | undefined;
  readonly value: unknown;
  /** All of the service, so that an id becomes a link. */
  readonly collections?: readonly Collection[];
}

const IdValue = ({
  id,
  of: aggregate,
  collections = [],
}: {
  id: string;
  of: string | undefined;
  collections: ValueProps['collections'];
}) => {
  const target = collections.find((each) => each.aggregate === aggregate);
  return target === undefined ? <>{id}</> : <Link to={documentLink(target, id)}>{id}</Link>;
};

/** One value as people write it: a word, a day, a moment of the reader's zone, a region by its name, an id as a link. */
export const SingleValue = ({ collection, schema, name, within, value, collections }: ValueProps) => {
  const text = useWorkbenchText();
  const format = useFormat();
  const words = useWords(collection.aggregate);
  if (value === undefined || value === null) return null;
  switch (writingOf(branchFor(schema, value), name)) {
    case 'word':
      return <>{words.value(name, String(value), within)}</>;
    case 'yes-no':
      return <>{value === true ? text.yes : text.no}</>;
    case 'date':
      return <time dateTime={String(value)}>{format.date(String(value))}</time>;
    case 'moment':
      return <time dateTime={String(value)}>{format.instant(String(value))}</time>;
    case 'region':
      return <span title={String(value)}>{format.region(String(value))}</span>;
    case 'percent':
      return <>{format.percent(Number(value))}</>;
    case 'basis-points':
      return <>{format.percent(Number(value) / 100)}</>;
    case 'number':
      return <>{format.count(Number(value))}</>;
    case 'id':
      return <IdValue id={String(value)} of={branchFor(schema, value)['x-id-of']} collections={collections} />;
    case 'text':
      return <span className="written">{String(value)}</span>;
  }
};

const moneyOf = (amount: unknown, currency: unknown): Money | undefined => {
  const known = Currency.safeParse(currency);
  return typeof amount === 'number' && known.success ? { amount, currency: known.data } : undefined;
};

const Amounts = ({ collection, names, name, value }: Omit<ValueProps, 'schema'> & { names: readonly string[] }) => {
  const format = useFormat();
  const words = useWords(collection.aggregate);
  if (!isRecord(value)) return null;
  const written = names.map((each) => {
    const money = moneyOf(value[each], value['currency']);
    return [words.field(each, name), money ? format.money(money) : ''] as const;
  });
  // A single amount is called by the field that it stands in.
  if (written.length === 1) return <>{written[0]?.[1]}</>;
  return <>{written.map((pair) => pair.join(' ')).join(' · ')}</>;
};

interface ItemTableProps extends Omit<ValueProps, 'value'> {
  readonly items: readonly unknown[];
  readonly columns: readonly (readonly string[])[];
}

// Objects of single values, the same of each: a row each, and on a phone a card each.
const ItemTable = ({ items, columns, schema, name, ...rest }: ItemTableProps) => {
  const words = useWords(rest.collection.aggregate);
  const shown = columns.map((path) => ({ path, field: path.at(-1) ?? '', within: path.at(-2) ?? name }));
  return (
    <table className="plain-table stacked-table item-table">
      <thead>
        <tr>
          {shown.map(({ path, field, within }) => (
            <th key={path.join('.')} scope="col">
              {words.field(field, within)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item, index) => (
          <tr key={index}>
            {shown.map(({ path, field, within }) => (
              <td key={path.join('.')} data-label={words.field(field, within)}>
                <Value
                  {...rest}
                  schema={schemaAt(branchFor(schema, item), path) ?? {}}
                  name={field}
                  within={within}
                  value={valueAt(item, path)}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const isSingle = (value: unknown): boolean => !Array.isArray(value) && !isRecord(value);

const List = ({ schema, value, ...rest }: ValueProps & { value: readonly unknown[] }) => {
  const text = useWorkbenchText();
  const items = schema.items ?? {};
  if (value.length === 0) return <span className="panel-note">{text.nothing}</span>;
  if (value.every(isSingle))
    return (
      <ul className="values">
        {value.map((item, index) => (
          <li key={index}>
            <SingleValue {...rest} schema={items} value={item} />
          </li>
        ))}
      </ul>
    );
  const columns = columnsOfItems(items, value);
  if (columns) return <ItemTable {...rest} schema={items} items={value} columns={columns} />;
  return (
    <ol className="items">
      {value.map((item, index) => (
        <li key={index}>
          <Fields {...rest} schema={items} value={item} />
        </li>
      ))}
    </ol>
  );
};

/** The fields of an object, one beside the other; what is not there is not listed. */
export const Fields = ({ collection, schema, name, value, collections, but = [] }: ValueProps & { but?: readonly string[] }) => {
  const words = useWords(collection.aggregate);
  if (!isRecord(value)) return null;
  const { properties = {} } = branchFor(schema, value);
  const shown = Object.entries(properties).filter(([field]) => value[field] !== undefined && !but.includes(field));
  return (
    <dl className="facts">
      {shown.map(([field, each]) => (
        <div key={field} className={isSingle(value[field]) ? undefined : 'fact-wide'}>
          <dt>{words.field(field, name === '' ? undefined : name)}</dt>
          <dd>
            <Value
              collection={collection}
              schema={each}
              name={field}
              within={name === '' ? undefined : name}
              value={value[field]}
              {...(collections ? { collections } : {})}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
};

/** A value of any form: single, amounts, a list, an object with fields of its own. */
export const Value = (props: ValueProps) => {
  const { value } = props;
  const schema = branchFor(props.schema, value);
  if (schema['x-attachment'] && isAttachment(value)) return <AttachmentLink attachment={value} />;
  const names = amountsIn(schema);
  if (names) return <Amounts {...props} names={names} />;
  if (Array.isArray(value)) return <List {...props} schema={schema} value={value} />;
  if (isRecord(value)) return <Fields {...props} schema={schema} />;
  return <SingleValue {...props} />;
};
