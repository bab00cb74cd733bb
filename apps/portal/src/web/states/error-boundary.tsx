import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useLanguage } from '../text/language.tsx';
import { Statement } from './statement.tsx';

// Browsers word it differently when a file of the page is gone, which is what a new release looks like to an old page.
const isMissingFile = (error: unknown) => error instanceof TypeError && /module|import/i.test(error.message);

const Broken = ({ error }: { error: unknown }) => {
  const { failure } = useLanguage().text;
  const [title, remedy] = isMissingFile(error)
    ? [failure.outdated, failure.outdatedRemedy]
    : [failure.unexpected, failure.unexpectedRemedy];
  return (
    <div role="alert">
      <Statement title={title} explanation={remedy} isPage>
        <Button onClick={() => location.reload()}>{failure.reload}</Button>
      </Statement>
    </div>
  );
};

/** Keeps the frame of the page when a part of it breaks, and says so. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    return 'error' in this.state ? <Broken error={this.state.error} /> : this.props.children;
  }
}
