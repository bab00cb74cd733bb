import { Alert, Button, Input } from 'antd';
import { useId, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useSessionState } from '../../session/session-context.tsx';
import { type ListView, toListParameters } from '../../url/list-view.ts';
import type { Collection } from '../description/description.ts';
import { listLink } from '../links.ts';
import { useWorkbenchText } from '../use-workbench-text.ts';
import { parseViews, type SavedView, viewsKey, withoutView, withView } from './saved-views.ts';

const useSavedViews = ({ context, collection }: Collection) => {
  const state = useSessionState();
  const key = viewsKey(state.status === 'signed-in' ? state.person.username : '', context, collection);
  const [views, setViews] = useState(() => parseViews(localStorage.getItem(key)));
  const [isRefused, setIsRefused] = useState(false);
  const keep = (next: readonly SavedView[]) => {
    try {
      localStorage.setItem(key, JSON.stringify(next));
      setViews(next);
      setIsRefused(false);
    } catch {
      // The browser's storage is full or shut; the reader is told.
      setIsRefused(true);
    }
  };
  return { views, keep, isRefused };
};

/** The views of this list that the reader has saved in this browser, and the way to save the present one. */
export const SavedViewBar = ({ collection, view }: { collection: Collection; view: ListView }) => {
  const words = useWorkbenchText().views;
  const cancel = useWorkbenchText().acts.cancel;
  const id = useId();
  const { views, keep, isRefused } = useSavedViews(collection);
  const [parameters] = useSearchParams();
  const [name, setName] = useState<string>();
  const present = toListParameters(view).toString();

  return (
    <section className="saved-views" aria-label={words.label}>
      <ul>
        {views.map((each) => (
          <li key={each.name}>
            <Link
              to={`${listLink(collection)}?${each.search}`}
              aria-current={each.search === present && !parameters.has('after') ? 'true' : undefined}
            >
              {each.name}
            </Link>
            <button
              type="button"
              className="plain-button"
              aria-label={words.remove(each.name)}
              onClick={() => keep(withoutView(views, each.name))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      {name === undefined ? (
        <Button type="link" className="save-view" onClick={() => setName('')}>
          {words.save}
        </Button>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            keep(withView(views, { name: name.trim(), search: present }));
            setName(undefined);
          }}
        >
          <label className="visually-hidden" htmlFor={id}>
            {words.name}
          </label>
          <Input id={id} autoFocus maxLength={40} placeholder={words.name} value={name} onChange={({ target }) => setName(target.value)} />
          <Button htmlType="submit" disabled={name.trim() === ''}>
            {words.keep}
          </Button>
          <Button type="text" onClick={() => setName(undefined)}>
            {cancel}
          </Button>
        </form>
      )}
      {isRefused && <Alert type="error" showIcon title={words.notKept} />}
    </section>
  );
};
