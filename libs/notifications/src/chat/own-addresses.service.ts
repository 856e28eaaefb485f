import { Injectable } from '@nestjs/common';
import { SystemDatabase } from '@orkestra/core';
import { requireScope, SecretBox, type TenantContext } from '@orkestra/tenancy';
import type { AddressDetails } from '../addresses/address';
import { readAddresses } from '../addresses/addresses.queries';
import { requirePerson } from '../events/require-person';
import type { ChatChannel } from './chat-channel';
import { AccountNotLinkedError, ChatNotConnectedError } from './chat.errors';
import { ChatConnections } from './chat-connections.service';

/** Where an admin is reached who tries a connection out. */
@Injectable()
export class OwnAddresses {
  constructor(
    private readonly connections: ChatConnections,
    private readonly database: SystemDatabase,
    private readonly box: SecretBox,
  ) {}

  /** @throws AccountNotLinkedError, ChatNotConnectedError, RoleForbidsError, PeopleOnlyError */
  async find(ctx: TenantContext, channel: ChatChannel): Promise<AddressDetails> {
    requireScope(ctx, 'settings:write');
    requirePerson(ctx);
    const connected = await this.connections.list(ctx);
    if (!connected.some((one) => one.channel === channel)) throw new ChatNotConnectedError(channel);
    const person = { tenantId: ctx.tenantId, personId: ctx.principal.id };
    const found = await this.database.run((em) => readAddresses(em, [person], [channel], this.box));
    const [own] = [...found.values()].flat();
    if (own === undefined) throw new AccountNotLinkedError();
    return own.details;
  }
}
