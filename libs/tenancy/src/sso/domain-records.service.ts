import { Resolver } from 'node:dns/promises';
import { Injectable } from '@nestjs/common';
import { Config } from '@orkestra/core';
import { NameServersError } from './sso.errors';

const ABSENT = ['ENOTFOUND', 'ENODATA'];

/** What the name servers of the world say in TXT records. */
@Injectable()
export class DomainRecords {
  constructor(private readonly config: Config) {}

  /** Empty where there is no such record. @throws NameServersError */
  async textsAt(name: string): Promise<string[]> {
    const resolver = new Resolver({ timeout: 3_000, tries: 2 });
    if (this.config.DNS_SERVERS.length > 0) resolver.setServers(this.config.DNS_SERVERS);
    try {
      return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
    } catch (error) {
      if (ABSENT.includes((error as NodeJS.ErrnoException).code ?? '')) return [];
      throw new NameServersError(error);
    }
  }
}
