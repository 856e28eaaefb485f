/** What is used of `samlp`, which brings no types. */
declare module 'samlp' {
  import type { RequestHandler } from 'express';

  interface AuthnRequest {
    documentElement: { getAttribute(name: string): string };
  }

  const samlp: {
    auth(
      options: Record<string, unknown> & {
        getPostURL(
          audience: string,
          request: AuthnRequest,
          httpRequest: unknown,
          done: (error: null, url: string) => void,
        ): void;
      },
    ): RequestHandler;
    metadata(options: Record<string, string>): RequestHandler;
  };
  export default samlp;
}
