interface GuestMail {
  name: string;
  invitedBy: string;
  title: string;
  link: string;
  expiresAt: Date;
}

/** The mail that brings a guest their link. */
export function guestMail(to: GuestMail): { subject: string; text: string } {
  return {
    subject: `${to.invitedBy} asks you for an answer`,
    text: [
      `Hello ${to.name},`,
      `${to.invitedBy} asks you to look at this and answer: ${to.title}`,
      to.link,
      `The link works once and is yours alone: do not pass it on. What it opens stays open until ${to.expiresAt.toUTCString()}.`,
    ].join('\n\n'),
  };
}
