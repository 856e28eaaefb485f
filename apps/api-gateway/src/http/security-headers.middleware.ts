import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** Of this answer alone: what lets in the style elements that the page's own scripts make. */
export function styleNonceOf(response: Response): string {
  return (response.locals['styleNonce'] ??= randomBytes(16).toString('base64url')) as string;
}

const DATA_ONLY = { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } };

/**
 * Scripts and styles come from here alone; no page runs or shows what stands in its own text, or is made of text. What
 * is no page says so, without the making of a nonce.
 */
export function securityHeaders(publicUrl: string): RequestHandler {
  const { protocol, host } = new URL(publicUrl);
  const secure = protocol === 'https:';
  const common = {
    strictTransportSecurity: secure,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
  } as const;
  const ofPages = helmet({
    ...common,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        connectSrc: ["'self'", `${secure ? 'wss' : 'ws'}://${host}`],
        fontSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: [
          "'self'",
          (_request, response: ServerResponse) => `'nonce-${styleNonceOf(response as Response)}'`,
        ],
      },
    },
  });
  const ofData = helmet({ ...common, contentSecurityPolicy: DATA_ONLY });
  return (request, response, next) => (isData(request.path) ? ofData : ofPages)(request, response, next);
}

/** No page is ever served there. */
function isData(path: string): boolean {
  return /^\/(graphql|scim)(\/|$)/i.test(path);
}
