import { Injectable } from '@nestjs/common';
import { Clock, Config, isRecord, Outbound } from '@orkestra/core';
import { textOf } from '../chat/text-of';
import { TeamsFault } from './teams-fault';

const SCOPE = 'https://api.botframework.com/.default';
/** A token is fetched anew so long before it ends. */
const EARLY_MS = 5 * 60_000;
const MOST_TOKENS = 1_000;

/** Who the bot is. */
export interface TeamsCredentials {
  teamId: string;
  appId: string;
  clientSecret: string;
}

/** Microsoft's Bot Connector, as far as messages need it: called once each time. */
@Injectable()
export class TeamsApi {
  private readonly tokens = new Map<string, { token: string; until: number }>();

  constructor(
    private readonly outbound: Outbound,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @returns the answer, or {} where it is empty. @throws TeamsFault */
  async call(
    credentials: TeamsCredentials,
    method: 'POST' | 'PUT',
    address: string,
    body: Record<string, unknown>,
  ): Promise<Record<string, unknown>> {
    const token = await this.tokenOf(credentials);
    const answer = await this.fetch(address, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (answer.status === 401) this.tokens.delete(keyOf(credentials));
    if (!answer.ok) throw faultOf(answer);
    return jsonOf(answer);
  }

  /** @throws TeamsFault */
  async tokenOf(credentials: TeamsCredentials): Promise<string> {
    const key = keyOf(credentials);
    const known = this.tokens.get(key);
    const now = this.clock.now().getTime();
    if (known !== undefined && known.until > now) return known.token;
    const { teamId, appId, clientSecret } = credentials;
    const address = `${this.config.TEAMS_LOGIN_URL}/${encodeURIComponent(teamId)}/oauth2/v2.0/token`;
    const form = {
      grant_type: 'client_credentials',
      client_id: appId,
      client_secret: clientSecret,
      scope: SCOPE,
    };
    const answer = await this.fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form),
    });
    const said = await jsonOf(answer);
    const { access_token: token, expires_in: seconds } = said;
    if (!answer.ok || typeof token !== 'string') {
      const isOurs = answer.status === 400 || answer.status === 401;
      throw new TeamsFault(
        textOf(said, 'error') || `http_${answer.status}`,
        answer.status,
        undefined,
        isOurs,
      );
    }
    if (this.tokens.size >= MOST_TOKENS) this.tokens.clear();
    this.tokens.set(key, { token, until: now + Number(seconds ?? 0) * 1_000 - EARLY_MS });
    return token;
  }

  private async fetch(address: string, request: Parameters<Outbound['fetch']>[1]): Promise<Response> {
    try {
      return await this.outbound.fetch(address, request);
    } catch (error) {
      throw TeamsFault.of(error);
    }
  }
}

/** With the secret: another one is tried at once. */
function keyOf({ teamId, appId, clientSecret }: TeamsCredentials): string {
  return `${teamId}/${appId}/${clientSecret}`;
}

function faultOf({ status, headers }: Response): TeamsFault {
  const seconds = Number(headers.get('retry-after'));
  const afterMs = Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : undefined;
  return new TeamsFault(`http_${status}`, status, afterMs, status === 401);
}

async function jsonOf(answer: Response): Promise<Record<string, unknown>> {
  try {
    const said: unknown = JSON.parse(await answer.text());
    return isRecord(said) ? said : {};
  } catch {
    return {};
  }
}
