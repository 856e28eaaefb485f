import { Injectable } from '@nestjs/common';
import { Config } from '@orkestra/core';
import type { ScimGroup, ScimList, ScimUser } from '@orkestra/tenancy';
import { type AttributeSelection, selected } from './attribute-selection';
import { versionTag } from './scim-query';

const USER_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:User';
const GROUP_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const ENTERPRISE_SCHEMA = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const SCIM_PATH = '/scim/v2';

type Resource = Readonly<Record<string, unknown>>;

/** Shows people and groups as SCIM writes them. */
@Injectable()
export class ScimResources {
  constructor(private readonly config: Config) {}

  /** What an admin puts into the directory. */
  get baseUrl(): string {
    return `${this.config.PUBLIC_URL.replace(/\/+$/, '')}${SCIM_PATH}`;
  }

  user(user: ScimUser, selection: AttributeSelection = {}): Resource {
    const { enterprise, ...profile } = user.profile;
    const emails = profile.emails ?? [{ value: user.email, type: 'work', primary: true }];
    const groups = user.groups.map(({ id, name }) => ({
      ...{ value: id, $ref: this.locationOf('Groups', id), display: name, type: 'direct' },
    }));
    const resource = {
      schemas: enterprise === undefined ? [USER_SCHEMA] : [USER_SCHEMA, ENTERPRISE_SCHEMA],
      id: user.id,
      ...profile,
      emails,
      active: user.active,
      ...(groups.length === 0 ? {} : { groups }),
      ...(enterprise === undefined ? {} : { [ENTERPRISE_SCHEMA]: enterprise }),
      meta: this.meta('User', user),
    };
    return selected(resource, selection);
  }

  group(group: ScimGroup, selection: AttributeSelection = {}): Resource {
    const members = group.members?.map((id) => ({
      ...{ value: id, $ref: this.locationOf('Users', id), type: 'User' },
    }));
    const resource = {
      schemas: [GROUP_SCHEMA],
      id: group.id,
      ...(group.externalId === null ? {} : { externalId: group.externalId }),
      displayName: group.name,
      ...(members === undefined ? {} : { members }),
      meta: this.meta('Group', group),
    };
    return selected(resource, selection);
  }

  list<T>({ total, startIndex, items }: ScimList<T>, show: (item: T) => Resource): Resource {
    return {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: total,
      startIndex,
      itemsPerPage: items.length,
      Resources: items.map(show),
    };
  }

  locationOf(kind: 'Users' | 'Groups', id: string): string {
    return `${this.baseUrl}/${kind}/${id}`;
  }

  private meta(
    resourceType: 'User' | 'Group',
    { id, createdAt, updatedAt, revision }: Pick<ScimUser, 'id' | 'createdAt' | 'updatedAt' | 'revision'>,
  ): Resource {
    return {
      resourceType,
      created: createdAt.toISOString(),
      lastModified: updatedAt.toISOString(),
      location: this.locationOf(`${resourceType}s`, id),
      version: versionTag(revision),
    };
  }
}
