/** What the launcher tells a worker's process. */
export type ToWorker =
  | {
      readonly kind: 'run';
      readonly env: Readonly<Record<string, string | undefined>>;
      /** File of the bundle. */
      readonly bundle: string;
    }
  | { readonly kind: 'stop' };

/** What a worker's process tells the launcher. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'listed' }
  /** It takes no more work. */
  | { readonly kind: 'retired' }
  | { readonly kind: 'failed'; readonly message: string };

/** What the bundler's process answers. */
export type FromBundler =
  { readonly turn: number; readonly file: string } | { readonly turn: number; readonly problem: string };
