/** Mail about somebody's account, in plain text. */
export interface MailText {
  subject: string;
  text: string;
}

export function resetMail(
  to: { displayName: string; tenant: string },
  url: string,
  minutes: number,
): MailText {
  return {
    subject: 'Set a new password for Orkestra',
    text: [
      `Hello ${to.displayName},`,
      `somebody, probably you, asked for a new password in the workspace "${to.tenant}". Set it here:`,
      url,
      `The link works once, for ${minutes} minutes. If it was not you, ignore this mail: nothing has changed.`,
    ].join('\n\n'),
  };
}

export function invitationMail(to: {
  displayName: string;
  invitedBy: string;
  link: string;
  expiresAt: Date;
}): MailText {
  return {
    subject: `${to.invitedBy} invites you to Orkestra`,
    text: [
      `Hello ${to.displayName},`,
      `${to.invitedBy} invites you. Join here:`,
      to.link,
      `The link works once, until ${to.expiresAt.toUTCString()}.`,
    ].join('\n\n'),
  };
}

export function changedMail(to: { displayName: string; tenant: string }, what: string): MailText {
  return {
    subject: `Orkestra: ${what}`,
    text: [
      `Hello ${to.displayName},`,
      `${what} in the workspace "${to.tenant}".`,
      'If it was not you, tell an administrator of your workspace at once.',
    ].join('\n\n'),
  };
}
