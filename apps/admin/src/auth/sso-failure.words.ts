const ADMIN = 'An admin of the workspace can see why under Sign-in in the settings.';

const WORDS: Readonly<Record<string, string>> = {
  'sso.step_expired':
    'This sign-in took too long, was used already, or began in another browser. Begin it again.',
  'sso.unsolicited':
    'Sign-ins begin here, not at your directory. Type your e-mail address and go on from there.',
  'sso.denied': 'Your directory did not sign you in. Try again, or ask whoever looks after it.',
  'sso.bad_answer': `What your directory answered was not accepted. ${ADMIN}`,
  'sso.unreachable': `Your directory cannot be reached at the moment. Try again in a minute. ${ADMIN}`,
  'sso.closed': 'This way of signing in is turned off, or you did not sign in by a directory.',
  'sso.no_email':
    'Your directory did not send your e-mail address. An admin checks where the connection reads it from.',
  'sso.email_unverified':
    'Your directory says that your e-mail address is not confirmed. Confirm it there, then sign in again.',
  'sso.domain_unverified':
    'The connection does not speak for the domain of your e-mail address. An admin adds the domain, verifies it and binds it to the connection.',
  'sso.not_provisioned': 'You are not in the workspace yet. Ask an admin to invite you.',
  'sso.person_left': 'Your account was deactivated. Ask an admin to reactivate it.',
  'sso.other_account':
    'Another account of your directory came in with this e-mail address. Each needs an address of its own. Ask an admin.',
  'sso.owner_not_admitted': 'An owner has to look at the connection and save it before owners come in by it.',
  'sso.logout_refused': `Your directory’s sign-out was not accepted. Sign out here yourself. ${ADMIN}`,
  'tenant.limit_people': 'The workspace has no room for another person. Ask an admin.',
  'tenant.suspended': 'The workspace is suspended.',
  'limits.too_many_requests': 'Too many requests. Wait a minute, then try again.',
  'account.step_up_needed': 'The proof was by somebody else, or too old. Try again.',
};

/** Why a sign-in by a directory failed, by the code in the address; nothing that stands there is shown but a reference. */
export function ssoFailureWords(code: string | null, reference: string | null): string | null {
  if (code === null) return null;
  const words = Object.hasOwn(WORDS, code) ? WORDS[code] : undefined;
  if (words !== undefined) return words;
  const isReference = reference !== null && /^[\w-]{1,64}$/.test(reference);
  return `The sign-in by your directory did not work. Try again.${isReference ? ` Reference: ${reference}` : ''}`;
}
