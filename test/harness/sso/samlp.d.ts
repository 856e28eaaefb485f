/** What is used of `samlp`, which brings no types. */
declare module 'samlp' {
  import type { RequestHandler } from 'express';

  const samlp: {
    auth(
      options: Record<string, unknown> & {
        getPostURL(
          audience: string,
          request: unknown,
          httpRequest: unknown,
          done: (error: null, url: string) => void,
        ): void;
      },
    ): RequestHandler;
    metadata(options: Record<string, string>): RequestHandler;
  };
  export default samlp;
}
