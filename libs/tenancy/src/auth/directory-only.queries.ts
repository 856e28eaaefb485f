/** Of `t`, a row of `tenants`: whether it wants everybody to come from its directory. */
export const SSO_ONLY = `coalesce((t.settings #>> '{signIn,ssoOnly}')::boolean, false)`;

/** Of `t` and `u`, a row of `users`: whether it is the owner who may come in all the same. */
export const BREAKS_GLASS = `coalesce((t.settings #>> '{signIn,breakGlassUserId}')::uuid = u.id AND u.role = 'owner', false)`;

/** Of `s`, `t` and `u`: whether the tenant lets sessions in that came the way that this one came. */
export const COMES_RIGHTLY = `(s.sso_connection_id IS NOT NULL OR NOT ${SSO_ONLY} OR ${BREAKS_GLASS})`;
