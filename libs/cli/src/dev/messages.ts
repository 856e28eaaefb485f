/** What the launcher tells a worker's process. */
export type ToWorker =
  | { readonly kind: 'bundle' }
  | { readonly kind: 'run'; readonly env: Readonly<Record<string, string | undefined>> }
  | { readonly kind: 'stop' };

/** What a worker's process tells the launcher. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'listed' }
  /** It takes no more work. */
  | { readonly kind: 'retired' }
  | { readonly kind: 'failed'; readonly message: string };
