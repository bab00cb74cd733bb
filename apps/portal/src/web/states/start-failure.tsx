import { en } from '../text/en.ts';
import { zh } from '../text/zh.ts';
import { Statement } from './statement.tsx';

/** What stands there when the page could not even begin: no language is chosen yet, so it speaks both. */
export const StartFailure = () => (
  <main className="page" role="alert">
    <Statement title={`${zh.failure.unreachable} · ${en.failure.unreachable}`} isPage>
      <p>
        {zh.failure.unreachableRemedy} {en.failure.unreachableRemedy}
      </p>
      <button type="button" onClick={() => location.reload()}>
        {zh.failure.retry} · {en.failure.retry}
      </button>
    </Statement>
  </main>
);
