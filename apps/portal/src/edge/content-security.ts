import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** The page runs only our own code and talks only to its own origin and to Keycloak. */
export const contentSecurity = (keycloakUrl: string): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // Ant Design makes styles while it runs, and in places (scroll lock, scroll bar width) gives them no nonce.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", new URL(keycloakUrl).origin],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // The edge serves plain http behind whatever ends TLS; that one decides about https.
    strictTransportSecurity: false,
  });
