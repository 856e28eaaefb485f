import { Injectable } from '@nestjs/common';
import { Clock, Config, Outbound, OutboundError, TenantDatabase } from '@orkestra/core';
import { AuditLog } from '../../audit/audit-log.service';
import { requireScope } from '../../permissions';
import type { TenantContext } from '../../tenant-context';
import type { SsoConnection } from '../connection';
import { SsoConnections } from '../connections.service';
import { readConnection } from '../connections.queries';
import { InvalidConnectionError, NoKeyRolloverError, UnknownConnectionError } from '../sso.errors';
import type { SamlConfig } from './saml-config.schema';
import { newSamlKeyPair } from './saml-key-pair';
import { SamlKeys, type SamlKeyView } from './saml-keys.store';
import { type IdpMetadata, readIdpMetadata } from './saml-metadata';

/** Metadata of an identity provider: its text, or where it is. */
export interface MetadataSource {
  metadataXml?: string | undefined;
  metadataUrl?: string | undefined;
}

/** What is left out stays as it is; what metadata says is taken from there. */
export type SamlSettings = MetadataSource & Partial<Omit<SamlConfig, 'metadataUrl'>>;

export interface NewSamlConnection {
  name: string;
  saml: SamlSettings;
  mapping: unknown;
  provisions: boolean;
}

export interface SamlConnectionChanges {
  name?: string | undefined;
  saml?: SamlSettings | undefined;
  mapping?: unknown;
  provisions?: boolean | undefined;
}

/** SAML connections of a tenant, for its admins. */
@Injectable()
export class SamlConnections {
  constructor(
    private readonly database: TenantDatabase,
    private readonly connections: SsoConnections,
    private readonly keys: SamlKeys,
    private readonly outbound: Outbound,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** What would be taken from metadata. @throws InvalidConnectionError also when it cannot be fetched */
  async read(ctx: TenantContext, source: MetadataSource): Promise<IdpMetadata> {
    requireScope(ctx, 'settings:write');
    return readIdpMetadata(await this.textOf(sparse(source)), this.clock.now());
  }

  /** With a key pair of its own. @throws InvalidConnectionError, ConnectionLimitError, NoSecretsKeyError */
  async create(ctx: TenantContext, { saml, ...given }: NewSamlConnection): Promise<SsoConnection> {
    requireScope(ctx, 'settings:write');
    const config = await this.configOf(ctx, saml, {});
    const pair = await newSamlKeyPair(this.clock.now());
    return this.connections.create(ctx, { ...given, kind: 'saml', config }, async (em, connection) => {
      await this.keys.add(em, connection, pair);
    });
  }

  /** @throws UnknownConnectionError, InvalidConnectionError */
  async update(
    ctx: TenantContext,
    id: string,
    { saml, ...changes }: SamlConnectionChanges,
  ): Promise<SsoConnection> {
    const before = await this.get(ctx, id);
    const config = saml === undefined ? undefined : await this.configOf(ctx, saml, before.config);
    return this.connections.update(ctx, id, { ...changes, config });
  }

  /** Our key pairs, oldest first, without what is secret of them. */
  async keysOf(ctx: TenantContext, id: string): Promise<SamlKeyView[]> {
    requireScope(ctx, 'settings:write');
    return this.database.run(ctx, (em) => this.keys.list(em, id));
  }

  /**
   * A key pair beside the one in use: from now on metadata names both, and what is encrypted for either is read.
   * @throws UnknownConnectionError, NoKeyRolloverError when one is under way
   */
  async beginKeyRollover(ctx: TenantContext, id: string): Promise<SamlKeyView[]> {
    await this.get(ctx, id);
    const pair = await newSamlKeyPair(this.clock.now());
    return this.rollOver(ctx, id, 'sso.saml_key_added', async (em, known) => {
      if (known.length > 1) throw new NoKeyRolloverError('Another key was added already. Finish that first.');
      await this.keys.add(em, { tenantId: ctx.tenantId, id }, pair);
    });
  }

  /** The newer of both is the one in use. @throws UnknownConnectionError, NoKeyRolloverError when there is one alone */
  async finishKeyRollover(ctx: TenantContext, id: string): Promise<SamlKeyView[]> {
    await this.get(ctx, id);
    return this.rollOver(ctx, id, 'sso.saml_key_retired', async (em, known) => {
      const [oldest] = known;
      if (oldest === undefined || known.length < 2)
        throw new NoKeyRolloverError('There is no other key to go on with. Add one first.');
      await this.keys.remove(em, id, oldest.id);
    });
  }

  private async rollOver(
    ctx: TenantContext,
    id: string,
    action: string,
    change: (em: Parameters<SamlKeys['list']>[0], known: SamlKeyView[]) => Promise<void>,
  ): Promise<SamlKeyView[]> {
    return this.database.run(ctx, async (em) => {
      await readConnection(em, id, 'FOR UPDATE');
      await change(em, await this.keys.list(em, id));
      await this.audit.record(em, ctx, { action, target: { kind: 'sso_connection', id } });
      return this.keys.list(em, id);
    });
  }

  private async get(ctx: TenantContext, id: string): Promise<SsoConnection> {
    const connection = await this.connections.get(ctx, id);
    if (connection.kind !== 'saml') throw new UnknownConnectionError();
    return connection;
  }

  private async configOf(
    ctx: TenantContext,
    settings: SamlSettings,
    before: Record<string, unknown>,
  ): Promise<Record<string, unknown>> {
    const { metadataXml, metadataUrl, ...given } = sparse(settings);
    const hasMetadata = metadataXml !== undefined || metadataUrl !== undefined;
    const read = hasMetadata ? await this.read(ctx, { metadataXml, metadataUrl }) : undefined;
    const isMoved = given.sloUrl !== undefined && given.sloUrl !== (read ?? before)['sloUrl'];
    const config = {
      ...before,
      ...read,
      ...(hasMetadata && { metadataUrl: metadataUrl ?? null }),
      ...(isMoved && { sloResponseUrl: null, sloPostUrl: null }),
      ...given,
    };
    this.requireTls(config);
    return config;
  }

  /** People are sent there with what they sign in by. */
  private requireTls(config: Record<string, unknown>): void {
    if (!this.config.isProduction) return;
    for (const name of ['ssoUrl', 'sloUrl', 'sloResponseUrl', 'sloPostUrl'])
      if (typeof config[name] === 'string' && !config[name].trim().startsWith('https://'))
        throw new InvalidConnectionError([
          { pointer: `/config/${name}`, message: 'must begin with https://' },
        ]);
  }

  private async textOf({ metadataXml, metadataUrl }: MetadataSource): Promise<string> {
    if (metadataXml !== undefined) return metadataXml;
    const failed = (message: string) => new InvalidConnectionError([{ pointer: '/metadataUrl', message }]);
    if (metadataUrl === undefined || !URL.canParse(metadataUrl))
      throw failed('must be the address of metadata, or give its text');
    try {
      const answer = await this.outbound.fetch(metadataUrl.trim());
      if (!answer.ok) throw failed(`answered ${answer.status}; redirects are not followed`);
      return await answer.text();
    } catch (error) {
      if (error instanceof OutboundError) throw failed(error.message);
      throw error;
    }
  }
}

/** Settings of which null says that there is none; of every other it says what leaving it out says. */
const EMPTIED: readonly string[] = ['sloUrl', 'subjectAttribute'];

function sparse<T extends object>(settings: T): T {
  const kept = Object.entries(settings).filter(
    ([name, value]) => value !== undefined && (value !== null || EMPTIED.includes(name)),
  );
  return Object.fromEntries(kept) as T;
}
