import type { AccessRule } from './access-rule';

/** Who may call each route beside GraphQL's. Tests call every one as every role and compare. */
export const ROUTE_RULES: Readonly<Record<string, AccessRule>> = {
  'GET /api/v1/audit/export': 'audit:read',
  'GET /api/v1/evidence/keys': 'public',
  'GET /health/live': 'public',
  'GET /health/ready': 'public',
  'GET /metrics': 'public',
  'POST /api/v1/auth/link/look': 'public',
  'POST /api/v1/auth/link/request': 'public',
  'POST /api/v1/auth/link/use': 'public',
  'POST /api/v1/auth/passkey': 'public',
  'POST /api/v1/auth/passkey/options': 'public',
  'POST /api/v1/auth/second-factor/code': 'public',
  'POST /api/v1/auth/second-factor/passkey': 'public',
  'POST /api/v1/auth/second-factor/passkey-options': 'public',
  'POST /api/v1/auth/sign-in': 'public',
  'POST /api/v1/auth/sign-out': 'signed-in',
  'POST /api/v1/tasks/:taskId/attachments': 'tasks:write',
  'GET /api/v1/tasks/:taskId/attachments/:attachmentId': 'tasks:read',
  'DELETE /api/v1/tasks/:taskId/attachments/:attachmentId': 'tasks:write',
  'GET /api/v1/tenant/export': 'tenant:export',
  'GET /api/v1/tenant/logo': 'signed-in',
};
