const ONE_KEYSTROKE_MS = 500;
const PARENT_CHECK_MS = 500;

/** Resolves at the first Ctrl-C, or when npm, which started us, is gone; at a second Ctrl-C `hurry` is called. */
export function onStop(hurry: () => void): Promise<'stopped'> {
  return new Promise((resolve) => {
    let first: number | undefined;
    const receive = () => {
      // A terminal and npm may both pass on one Ctrl-C.
      if (first !== undefined && Date.now() - first > ONE_KEYSTROKE_MS) hurry();
      first ??= Date.now();
      resolve('stopped');
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, receive);
    if (process.env['npm_lifecycle_event'] === undefined) return;
    const parent = process.ppid;
    const timer = setInterval(() => {
      if (process.ppid !== parent) resolve('stopped');
    }, PARENT_CHECK_MS);
    timer.unref();
  });
}
