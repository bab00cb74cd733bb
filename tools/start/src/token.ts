import { loginOf } from './demo-login.ts';
import { fetchToken } from './password-token.ts';
import { findPlatform } from './platform-file.ts';
import { findSecrets } from './secrets.ts';
import { issuerOf } from './services.ts';
import { usualStateDir } from './state-files.ts';

try {
  console.log(await tokenOf(process.argv[2]));
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
}

/** Standard output carries the token alone, so that curl can take it. */
async function tokenOf(username: string | undefined): Promise<string> {
  if (username === undefined) throw new Error('whose token? npm run --silent token -- rcn-analyst');
  const engines = findPlatform(usualStateDir)?.engines;
  const secrets = findSecrets(usualStateDir);
  if (!engines || !secrets) throw new Error('nothing runs: npm start');
  return fetchToken(loginOf(username, issuerOf(engines.keycloak), secrets));
}
