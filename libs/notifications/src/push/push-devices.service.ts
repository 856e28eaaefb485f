import { Injectable } from '@nestjs/common';
import { Config } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { AddressView } from '../addresses/address';
import { NotificationAddresses } from '../addresses/addresses.service';
import { requirePerson } from '../events/require-person';
import { PushKeyStore } from './push-keys.service';
import { PUSH } from './push-name';
import { keyOf, problemWith, type PushSubscription } from './push-subscription';
import { InvalidPushDeviceError, PushOffError } from './push.errors';

/** Browsers and phones that people have push turned on in. */
@Injectable()
export class PushDevices {
  constructor(
    private readonly config: Config,
    private readonly keys: PushKeyStore,
    private readonly addresses: NotificationAddresses,
  ) {}

  /** What a browser subscribes with; null where this installation does not push. @throws PeopleOnlyError */
  async publicKey(ctx: TenantContext): Promise<string | null> {
    requirePerson(ctx);
    if (this.config.PUSH_CONTACT === undefined) return null;
    return (await this.keys.keys()).publicKey;
  }

  /**
   * @param label what the person knows the device by
   * @throws PeopleOnlyError, PushOffError, InvalidPushDeviceError, AddressTakenError, TooManyAddressesError
   */
  async connect(ctx: TenantContext, device: PushSubscription, label: string): Promise<AddressView> {
    const publicKey = await this.publicKey(ctx);
    if (publicKey === null) throw new PushOffError();
    const problem = problemWith(device, this.config.PUSH_SERVICES);
    if (problem !== null) throw new InvalidPushDeviceError(problem);
    const { endpoint, p256dh, auth } = device;
    const details = { endpoint, p256dh, auth, publicKey };
    return this.addresses.connect(ctx, { channel: PUSH, key: keyOf(device), label, details });
  }
}
