import { PERMISSIONS } from '../permission-table';

const UUID = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
const issuerHas = (permission: 'people:write' | 'owners:write') =>
  `i.role = ANY('{${PERMISSIONS[permission].roles.join(',')}}'::text[])`;

/**
 * That whoever made the row `l` of `one_time_links` could still make it for `users u`: else who was an admin would keep
 * a way in, and an admin one into the account of somebody who has become an owner. Where no person made it, always.
 */
export const ISSUER_MAY = `NOT EXISTS (
  SELECT FROM users i
  WHERE i.tenant_id = l.tenant_id AND i.id = CASE WHEN l.created_by ~ '${UUID}' THEN l.created_by::uuid END
    AND NOT (i.active AND ${issuerHas('people:write')} AND (u.role <> 'owner' OR ${issuerHas('owners:write')})))`;
