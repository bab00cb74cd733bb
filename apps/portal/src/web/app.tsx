import { ConfigProvider } from 'antd';
import enGB from 'antd/locale/en_GB';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { BrowserRouter } from 'react-router';
import { Shell } from './layout/shell.tsx';
import { Pages } from './pages.tsx';
import type { Session } from './session/session.ts';
import { SessionProvider } from './session/session-context.tsx';
import { ErrorBoundary } from './states/error-boundary.tsx';
import { LanguageProvider, useLanguage } from './text/language.tsx';
import { theme } from './theme.ts';

const Themed = ({ children }: { children: ReactNode }) => {
  const { lang } = useLanguage();
  return (
    <ConfigProvider locale={lang === 'zh' ? zhCN : enGB} theme={theme} wave={{ disabled: true }} button={{ autoInsertSpace: false }}>
      {children}
    </ConfigProvider>
  );
};

export const App = ({ session }: { session: Session }) => (
  <LanguageProvider>
    <Themed>
      <SessionProvider session={session}>
        <BrowserRouter>
          <Shell>
            <ErrorBoundary>
              <Pages />
            </ErrorBoundary>
          </Shell>
        </BrowserRouter>
      </SessionProvider>
    </Themed>
  </LanguageProvider>
);
