/**
 * The connection that provisions the person, looked up for one after the other. Joined with everybody of the connection,
 * a group of thousands took minutes: until statistics are taken after a first synchronisation, Postgres believes that a
 * connection has nobody, and pairs all with all.
 * @param id SQL of their id
 */
export function connectionOfPerson(id: string): string {
  return `(SELECT u.scim_connection_id FROM users u
    WHERE u.tenant_id = current_setting('app.tenant')::uuid AND u.id = ${id})`;
}
