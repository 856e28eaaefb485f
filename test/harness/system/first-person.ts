import { ApiClient, type Json } from './api-client';

export interface Credentials {
  tenant: string;
  email: string;
  password: string;
}

/** As the page behind an invitation's link does. */
export class InvitedPerson {
  private readonly visitor: ApiClient;
  private readonly token: string | undefined;

  constructor(gateway: string, link: string) {
    this.visitor = new ApiClient(gateway, { origin: gateway });
    this.token = link.split('#token=')[1];
  }

  async look(): Promise<Json> {
    return (await (await this.visitor.post('/api/v1/auth/link/look', { token: this.token })).json()) as Json;
  }

  /** Sets the password and the name; answers with the status. */
  async accept(password: string, displayName: string): Promise<number> {
    const input = { token: this.token, password, displayName };
    return (await this.visitor.post('/api/v1/auth/link/use', input)).status;
  }
}

/** A client with the session of somebody who has typed their password. */
export async function signInAt(gateway: string, credentials: Credentials): Promise<ApiClient> {
  const response = await new ApiClient(gateway, {}).post('/api/v1/auth/sign-in', credentials);
  if (!response.ok) throw new Error(`The sign-in is answered with ${response.status}.`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return new ApiClient(gateway, { cookie, origin: gateway });
}
