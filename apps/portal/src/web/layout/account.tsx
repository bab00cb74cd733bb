import { Dropdown } from 'antd';
import type { Person } from '../session/session.ts';
import { useSession } from '../session/session-context.tsx';
import { useLanguage } from '../text/language.tsx';

/** Who is logged in, for whom, and the way out. */
export const Account = ({ person: { username, name, agency } }: { person: Person }) => {
  const { text } = useLanguage();
  const session = useSession();
  const who = [name, agency].filter(Boolean).join(' · ');
  const items = [
    ...(who === '' ? [] : [{ key: 'who', label: <span className="account-who">{who}</span>, disabled: true }]),
    { key: 'sign-out', label: text.app.signOut, onClick: () => void session.signOut() },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <button type="button" className="plain-button account" aria-label={`${text.app.account}: ${username}`} aria-haspopup="menu">
        <span>{username}</span>
      </button>
    </Dropdown>
  );
};
