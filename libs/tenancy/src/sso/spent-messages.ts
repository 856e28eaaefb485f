/** Of who asked: $1, $2; hash of the message $3; until when it could count $4; now $5. Nothing comes of one that was spent. */
export const SPEND_MESSAGE = `
  WITH old AS (DELETE FROM sso_spent_messages WHERE expires_at <= $5)
  INSERT INTO sso_spent_messages (tenant_id, connection_id, message_hash, expires_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT DO NOTHING RETURNING message_hash`;
