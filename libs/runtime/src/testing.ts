// What tests, measurements and tools need around a service that they start.
export { serviceEnvironment } from './config/testing/service-environment.ts';
export { makeKey, TokenIssuer } from './http/testing/token-issuer.ts';
