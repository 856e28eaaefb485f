import { Injectable } from '@nestjs/common';
import { DirectoryListService } from '@orkestra/tenancy';
import { z } from 'zod';
import { DATA_NOTICE } from '../protocol/foreign-text';
import { nextCursor, notice, pageInput } from '../protocol/page.schema';
import { defineTool, READ, type Tool } from '../protocol/tool';

const text = z.string().max(100).default('').describe('A part of the name.');

@Injectable()
export class DirectoryTools {
  constructor(private readonly directory: DirectoryListService) {}

  get tools(): Tool[] {
    return [this.users, this.groups];
  }

  private readonly users = defineTool({
    name: 'user_list',
    title: 'List people',
    description: 'Lists the people of the tenant, to whom tasks can be assigned by email or id.',
    scope: 'directory:read',
    annotations: READ,
    input: z.strictObject({ text, ...pageInput }),
    output: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          display_name: z.string(),
          email: z.string(),
          groups: z.array(z.string()),
        }),
      ),
      next_cursor: nextCursor,
      notice,
    }),
    run: async ({ text, limit, cursor }, { ctx }) => {
      const page = await this.directory.users(ctx, text, { first: limit, after: cursor });
      return {
        items: page.items.map(({ id, displayName, email, groups }) => ({
          id,
          display_name: displayName,
          email,
          groups: groups.map(({ key }) => key),
        })),
        next_cursor: page.hasNextPage ? page.endCursor : null,
        notice: DATA_NOTICE,
      };
    },
  });

  private readonly groups = defineTool({
    name: 'group_list',
    title: 'List groups',
    description: 'Lists the groups of the tenant, to whose queues tasks can be assigned by key.',
    scope: 'directory:read',
    annotations: READ,
    input: z.strictObject({ text, ...pageInput }),
    output: z.object({
      items: z.array(z.object({ id: z.string(), key: z.string(), name: z.string() })),
      next_cursor: nextCursor,
      notice,
    }),
    run: async ({ text, limit, cursor }, { ctx }) => {
      const page = await this.directory.groups(ctx, text, { first: limit, after: cursor });
      return {
        items: page.items.map(({ id, key, name }) => ({ id, key, name })),
        next_cursor: page.hasNextPage ? page.endCursor : null,
        notice: DATA_NOTICE,
      };
    },
  });
}
