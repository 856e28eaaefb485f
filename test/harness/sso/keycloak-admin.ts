import type { Json } from '../system/api-client';

/** Short of the minute for which a token of an administrator lasts. */
const TOKEN_LASTS_MS = 30_000;

/** The REST API by which Keycloak is administrated. */
export class KeycloakAdmin {
  private token = { text: '', until: 0 };

  constructor(private readonly url: string) {}

  /**
   * @param path below `/admin/realms`
   * @returns what was answered; of what was created without an answer, its id
   */
  async call<T = Json>(method: string, path: string, body?: object): Promise<T> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    return this.send<T>(method, path, text, 'application/json');
  }

  async send<T>(method: string, path: string, body: string | undefined, type: string): Promise<T> {
    const headers = { authorization: `Bearer ${await this.fresh()}`, 'content-type': type };
    const init = { method, headers, ...(body !== undefined && { body }) };
    const response = await fetch(`${this.url}/admin/realms${path}`, init);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    if (text !== '') return JSON.parse(text) as T;
    return response.headers.get('location')?.split('/').pop() as T;
  }

  private async fresh(): Promise<string> {
    if (this.token.until > Date.now()) return this.token.text;
    const body = new URLSearchParams({
      ...{ grant_type: 'password', client_id: 'admin-cli' },
      ...{ username: 'admin', password: 'admin' },
    });
    const address = `${this.url}/realms/master/protocol/openid-connect/token`;
    const response = await fetch(address, { method: 'POST', body });
    const { access_token: text } = (await response.json()) as { access_token: string };
    this.token = { text, until: Date.now() + TOKEN_LASTS_MS };
    return text;
  }
}
