/** What the sign-in page sends. */
export interface Credentials {
  tenant: string;
  email: string;
  password: string;
}

/** Opens a session (the browser keeps it in a cookie that scripts can't read). @throws SignInError */
export async function signIn(credentials: Credentials): Promise<void> {
  const response = await post('/api/v1/auth/sign-in', credentials);
  if (!response.ok)
    throw new SignInError(signInMessage(response.status, response.headers.get('retry-after')));
}

/** Ends the session. @throws SignInError when the server can't be reached */
export async function signOut(): Promise<void> {
  await post('/api/v1/auth/sign-out', {});
}

/** A refused sign-in, with a message for the person. */
export class SignInError extends Error {}

/** What to tell a person whose sign-in was answered with this HTTP status. */
export function signInMessage(status: number, retryAfter: string | null): string {
  if (status === 401 || status === 403 || status === 404)
    return 'The workspace, e-mail or password is not right. Check all three and try again.';
  if (status === 400 || status === 422) return 'Fill in the workspace, a valid e-mail and the password.';
  if (status === 429) return `Too many attempts. Try again in ${waitText(retryAfter)}.`;
  return 'Orkestra could not sign you in just now. Try again in a moment.';
}

function waitText(retryAfter: string | null): string {
  const seconds = Number(retryAfter);
  return Number.isInteger(seconds) && seconds > 0 ? `${seconds} seconds` : 'a minute';
}

async function post(path: string, body: object): Promise<Response> {
  try {
    return await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify(body),
    });
  } catch {
    throw new SignInError('Orkestra can’t be reached. Check the connection, then try again.');
  }
}
