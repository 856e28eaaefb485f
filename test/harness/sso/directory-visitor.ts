/** A browser without a screen, which fills the forms of a directory: follows addresses and keeps cookies by origin. */
export class DirectoryVisitor {
  private readonly jars = new Map<string, Map<string, string>>();

  /** @param login whom the forms of the directory are filled for */
  constructor(private readonly login: string) {}

  /** Goes on from page to page; answers with the first address after the start that begins so, which it does not open. */
  async goUntil(start: string, end: string): Promise<string> {
    return (await this.goUntilForm(start, end)).address;
  }

  /** The same, with the form that is sent there, if it is one. */
  async goUntilForm(start: string, end: string): Promise<{ address: string; form?: URLSearchParams }> {
    let { next } = await this.open(start);
    for (let step = 0; step < 20; step += 1) {
      if (next === undefined) throw new Error('The directory leads nowhere');
      if (next.address.startsWith(end)) return next;
      ({ next } = await this.open(next.address, next.form));
    }
    throw new Error(`The directory does not lead to ${end}`);
  }

  /** One answer, without going on. */
  async get(address: string, init: RequestInit = {}): Promise<Response> {
    const { origin } = new URL(address);
    const jar = this.jars.get(origin) ?? new Map<string, string>();
    this.jars.set(origin, jar);
    const cookie = this.cookies(origin);
    const headers = { ...(cookie !== '' && { cookie }), ...(init.headers as Record<string, string>) };
    const response = await fetch(address, { redirect: 'manual', ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', ...value] = pair.split('=');
      if (value.join('=') === '') jar.delete(name);
      else jar.set(name, value.join('='));
    }
    return response;
  }

  /** Sends the form of a page. */
  async submit(page: string): Promise<Response> {
    const action = /<form[^>]* action="([^"]+)"/i.exec(page)?.[1] ?? '';
    return this.get(unescaped(action), { method: 'POST', body: this.filled(page) });
  }

  /** What the browser sends there, as the header has it. */
  cookies(origin: string): string {
    return [...(this.jars.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  keep(origin: string, name: string, value: string): void {
    this.jars.set(origin, (this.jars.get(origin) ?? new Map<string, string>()).set(name, value));
  }

  private async open(
    address: string,
    form?: URLSearchParams,
  ): Promise<{ next?: { address: string; form?: URLSearchParams } }> {
    const response = await this.get(address, form && { method: 'POST', body: form });
    const location = response.headers.get('location');
    if (location !== null) return { next: { address: new URL(location, address).href } };
    const page = await response.text();
    const action = /<form[^>]* action="([^"]+)"/i.exec(page)?.[1];
    if (action === undefined) throw new Error(`${address} says ${response.status}: ${page.slice(0, 1_500)}`);
    return { next: { address: new URL(unescaped(action), address).href, form: this.filled(page) } };
  }

  private filled(page: string): URLSearchParams {
    const fields = new URLSearchParams();
    for (const [input] of page.matchAll(/<input[^>]*>/gi)) {
      const name = / name="([^"]+)"/i.exec(input)?.[1];
      if (name !== undefined) fields.set(name, unescaped(/ value="([^"]*)"/i.exec(input)?.[1] ?? ''));
    }
    for (const name of ['login', 'username']) if (fields.has(name)) fields.set(name, this.login);
    if (fields.has('password')) fields.set('password', 'any');
    if (page.includes('name="logout"')) fields.set('logout', 'yes');
    return fields;
  }
}

function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#x3d;', '=').replaceAll('&amp;', '&');
}
