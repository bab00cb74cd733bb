export { type Platform, type StartOptions, startPlatform } from './start-platform.ts';
export { withOwnPlatform } from './own-platform.ts';
export { stopPlatform } from './platform-run.ts';
export { type DemoAgency, demoAgencies, type DemoPerson, demoPeople } from './demo-people.ts';
export { findPlatform, type KnownEngines } from './platform-file.ts';
export { findSecrets, passwordOf } from './secrets.ts';
export { usualStateDir } from './state-files.ts';
export { keycloakAdmin } from './keycloak-admin.ts';
export { fetchToken } from './password-token.ts';
