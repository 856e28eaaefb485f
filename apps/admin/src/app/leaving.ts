/**
 * Whether the person is signing out by themselves, until somebody signs in: then nobody tells them that their session has
 * ended, whichever hears of it first.
 */
export const leaving = { now: false };
