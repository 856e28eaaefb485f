import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { defineTool, READ, type Tool } from '../protocol/tool';

@Injectable()
export class IdentityTools {
  readonly tools: Tool[] = [
    defineTool({
      name: 'whoami',
      title: 'Who am I',
      description:
        'Returns who this API key acts as, for which tenant, and the scopes that decide which tools it has.',
      scope: null,
      annotations: READ,
      input: z.strictObject({}),
      output: z.object({
        tenant_id: z.string(),
        principal: z.object({
          kind: z.enum(['user', 'service', 'system']),
          id: z.string(),
          display_name: z.string(),
        }),
        groups: z.array(z.object({ key: z.string(), role: z.enum(['member', 'supervisor']) })),
        scopes: z.array(z.string()),
      }),
      run: ({}, { ctx: { tenantId, principal, scopes } }) =>
        Promise.resolve({
          tenant_id: tenantId,
          principal: { kind: principal.kind, id: principal.id, display_name: principal.displayName },
          groups: principal.groups.map(({ key, role }) => ({ key, role })),
          scopes: [...scopes],
        }),
    }),
  ];
}
