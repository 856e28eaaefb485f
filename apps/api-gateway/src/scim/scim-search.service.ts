import { Injectable } from '@nestjs/common';
import {
  LARGEST_SCIM_PAGE,
  ScimGroupsService,
  type ScimList,
  type ScimListRequest,
  ScimRequestError,
  ScimUsersService,
  type TenantContext,
} from '@orkestra/tenancy';
import { type AttributeSelection, isSelected } from './protocol/attribute-selection';
import { ScimResources } from './protocol/scim-resources.presenter';

type Resource = Readonly<Record<string, unknown>>;

/** People and groups in one list: first all people, then all groups. */
@Injectable()
export class ScimSearch {
  constructor(
    private readonly users: ScimUsersService,
    private readonly groups: ScimGroupsService,
    private readonly resources: ScimResources,
  ) {}

  /** @throws ScimRequestError */
  async list(
    ctx: TenantContext,
    request: ScimListRequest,
    selection: AttributeSelection,
  ): Promise<ScimList<Resource>> {
    const { startIndex = 1, count = LARGEST_SCIM_PAGE } = request;
    const people = await known(this.users.list(ctx, { ...request, startIndex, count }));
    const shown = people.items.map((user) => this.resources.user(user, selection));
    const rest = {
      startIndex: Math.max(1, startIndex - people.total),
      count: Math.max(0, count - shown.length),
    };
    const withMembers = isSelected('members', selection);
    const teams = await known(this.groups.list(ctx, { ...request, ...rest }, withMembers));
    if (people.refused !== undefined && teams.refused !== undefined) throw people.refused;
    const items = [...shown, ...teams.items.map((group) => this.resources.group(group, selection))];
    return { total: people.total + teams.total, startIndex: Math.max(1, startIndex), items };
  }
}

/** What is asked for by attributes that the resources do not have finds none of them. */
async function known<T>(list: Promise<ScimList<T>>): Promise<ScimList<T> & { refused?: ScimRequestError }> {
  try {
    return await list;
  } catch (error) {
    if (!(error instanceof ScimRequestError)) throw error;
    return { total: 0, startIndex: 1, items: [], refused: error };
  }
}
