/** Letters, digits and hyphens alone: it goes into the statement as it is. */
interface RowsOf {
  tenant: string;
  id: string;
  account: string;
  name: string;
}

/** Inserts what one person was told, how they want it, where they are reached, what they clicked, how they sign in. */
export const rowsOfPerson = (own: RowsOf) => `
  INSERT INTO notifications (tenant_id, person_id, event_id, kind, actor_kind, actor_id, at)
    VALUES ('${own.tenant}', '${own.id}', gen_random_uuid(), 'mentioned', 'user', '${own.id}', now());
  INSERT INTO notification_deliveries (tenant_id, id, event_id, person_id, channel, kind, actor_kind, actor_id, bundled, at,
    reason, available_at) VALUES ('${own.tenant}', gen_random_uuid(), gen_random_uuid(), '${own.id}', 'slack', 'mentioned', 'user', 'x', false, now(),
    '${own.account}', now());
  INSERT INTO notification_preferences VALUES ('${own.tenant}', '${own.id}', 'mentioned', 'email', 'on');
  INSERT INTO notification_settings (tenant_id, person_id) VALUES ('${own.tenant}', '${own.id}');
  INSERT INTO notification_rules VALUES ('${own.tenant}', '${own.id}', 'workflow', 'w', '*', 'email', 'off');
  INSERT INTO notification_delays VALUES ('${own.tenant}', '${own.id}', 'email', 60);
  INSERT INTO notification_addresses VALUES ('${own.tenant}', gen_random_uuid(), '${own.id}', 'slack', 'T1/${own.account}', '${own.name}', '', 'k', now());
  INSERT INTO notification_connect_codes (tenant_id, person_id, channel, expires_at, made, made_since)
    VALUES ('${own.tenant}', '${own.id}', 'telegram', now(), 1, now());
  INSERT INTO chat_installations (tenant_id, channel, team_id, team_name, config, secrets, key_id, status, connected_at)
    VALUES ('${own.tenant}', 'slack', 'T1', 'Team', '{}', '', 'k', 'connected', now()) ON CONFLICT DO NOTHING;
  INSERT INTO chat_link_requests (tenant_id, channel, team_id, account_id, account_name, token_hash, expires_at)
    VALUES ('${own.tenant}', 'slack', 'T1', '${own.account}', '${own.name}', sha256('${own.account}'), now());
  INSERT INTO chat_messages (tenant_id, id, channel, person_id, task_id, item, created_at)
    VALUES ('${own.tenant}', gen_random_uuid(), 'slack', '${own.id}', gen_random_uuid(), '{}', now());
  INSERT INTO answer_attempts (tenant_id, id, channel, account, team, received_at, person_id, click, proved, proof)
    VALUES ('${own.tenant}', gen_random_uuid(), 'slack', '${own.account}', 'T1', now(), '${own.id}', '', true, 'v0'),
           ('${own.tenant}', gen_random_uuid(), 'slack', '${own.account}', 'T1', now(), NULL, '', true, 'v0');
  INSERT INTO sso_connections (tenant_id, id, kind, name, config, mapping, provisions, admits_owners, created_at, updated_at)
    VALUES ('${own.tenant}', md5('${own.tenant}')::uuid, 'saml', 'c', '{}', '{}', false, false, now(), now()) ON CONFLICT DO NOTHING;
  INSERT INTO external_identities VALUES ('${own.tenant}', md5('${own.tenant}')::uuid, '${own.name}', '${own.id}', '', now(), now());
  INSERT INTO sso_tests (tenant_id, id, connection_id, started_by, started_at, result)
    VALUES ('${own.tenant}', gen_random_uuid(), md5('${own.tenant}')::uuid, '${own.id}', now(), jsonb_build_object('name', '${own.name}'::text));
  UPDATE users SET user_name = lower(replace('${own.name}', ' ', '.')), external_id = replace('${own.account}', 'U-', 'ext-'),
    directory_profile = jsonb_build_object('displayName', '${own.name}'::text) WHERE tenant_id = '${own.tenant}' AND id = '${own.id}'`;
