import { Injectable } from '@nestjs/common';
import { type DirectoryGroup, DirectoryService, type DirectoryUser } from '@orkestra/tenancy';
import type { Caller } from '../graphql/caller';
import { batched, type Loader, type LoadersFactory } from '../graphql/loader';

export interface PeopleLoaders {
  users: Loader<DirectoryUser>;
  groups: Loader<DirectoryGroup>;
  /** Names of people and service principals. */
  names: Loader<string>;
}

@Injectable()
export class PeopleLoadersFactory implements LoadersFactory<PeopleLoaders> {
  constructor(private readonly directory: DirectoryService) {}

  for(caller: Caller): PeopleLoaders {
    return {
      users: batched(async (ids) => byId(await this.directory.findUsers(caller.ctx, ids))),
      groups: batched(async (ids) => byId(await this.directory.findGroups(caller.ctx, ids))),
      names: batched((ids) => this.directory.displayNames(caller.ctx, ids)),
    };
  }
}

function byId<T extends { id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
