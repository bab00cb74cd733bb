import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { createUserManager, type Keycloak } from './session/session.ts';
import { startSession } from './session/start-session.ts';
import { StartFailure } from './states/start-failure.tsx';
import './style/base.css';
import './style/table.css';

const readConfiguration = async (): Promise<{ keycloak: Keycloak }> => {
  const response = await fetch('/config.json');
  if (!response.ok) throw new Error(`/config.json answered ${response.status}`);
  return response.json();
};

const start = async () => {
  const { keycloak } = await readConfiguration();
  const manager = createUserManager(keycloak, location.origin, sessionStorage);
  return startSession(manager, location.pathname, (path) => history.replaceState(null, '', path));
};

const host = document.getElementById('root');
if (host === null) throw new Error('index.html has no #root');
const root = createRoot(host);
start().then(
  (session) => root.render(<App session={session} />),
  () => root.render(<StartFailure />),
);
