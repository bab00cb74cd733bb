import { Link } from 'react-router';
import { useLanguage } from '../text/language.tsx';
import { Statement } from './statement.tsx';

export const NotFound = () => {
  const { text } = useLanguage();
  return (
    <Statement title={text.failure.notFound} explanation={text.failure.notFoundRemedy} isPage>
      <Link to="/">{text.app.backHome}</Link>
    </Statement>
  );
};
