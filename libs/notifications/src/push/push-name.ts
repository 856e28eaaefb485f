/** The channel as preferences name it. */
export const PUSH = 'push';
