/** A terminal and npm may both pass on one Ctrl-C; only a later one is a second. */
const ONE_KEYSTROKE_MS = 500;
const PARENT_CHECK_MS = 500;

/** Resolves at the first Ctrl-C, SIGTERM or SIGHUP; from the second on `onImpatience` is called. */
export function onStopSignal(onImpatience: () => void): Promise<'stopped'> {
  return new Promise((resolve) => {
    let first: number | undefined;
    const receive = (): void => {
      first ??= Date.now();
      if (Date.now() - first > ONE_KEYSTROKE_MS) onImpatience();
      resolve('stopped');
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, receive);
    const parent = Number(process.env.ORKESTRA_PARENT_PID);
    if (parent) onParentGone(parent, () => resolve('stopped'));
  });
}

/** npm may pass a signal on only to its shell, which ends without a word to us. */
function onParentGone(parent: number, tell: () => void): void {
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    tell();
  }, PARENT_CHECK_MS);
  timer.unref();
}
