import { Dropdown } from 'antd';
import { useSession } from '../session/session-context.tsx';
import { useLanguage } from '../text/language.tsx';

/** Who is logged in, and the way out. */
export const Account = ({ name }: { name: string }) => {
  const { text } = useLanguage();
  const session = useSession();
  const items = [{ key: 'sign-out', label: text.app.signOut, onClick: () => void session.signOut() }];
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <button type="button" className="plain-button account" aria-label={`${text.app.account}: ${name}`} aria-haspopup="menu">
        <span>{name}</span>
      </button>
    </Dropdown>
  );
};
