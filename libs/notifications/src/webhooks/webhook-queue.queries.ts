/** So many tries of a delivery are remembered. */
const MOST_TRIES = 20;

/**
 * Endpoint by endpoint, so that one with a long queue or a slow answer holds up no other. Something of the same key that
 * waits, or was not even taken out of the queue of events yet, goes first;
 * an event that cannot be expanded holds nothing up.
 */
export const LEASE = `
  UPDATE webhook_deliveries d SET leased_until = $2, attempts = d.attempts + 1
  FROM (
    SELECT due.tenant_id, due.id FROM webhook_endpoints e
    JOIN tenants o ON o.id = e.tenant_id AND o.status = 'active'
    CROSS JOIN LATERAL (
      SELECT w.tenant_id, w.id, w.available_at FROM webhook_deliveries w
      WHERE w.tenant_id = e.tenant_id AND w.endpoint_id = e.id AND w.status = 'pending' AND w.available_at <= $1
        AND (w.leased_until IS NULL OR w.leased_until <= $1)
        AND NOT EXISTS (SELECT FROM webhook_deliveries b WHERE b.tenant_id = w.tenant_id AND b.endpoint_id = w.endpoint_id
          AND b.ordering_key = w.ordering_key AND b.status = 'pending' AND b.event_id < w.event_id)
        AND NOT EXISTS (SELECT FROM notification_events n WHERE n.tenant_id = w.tenant_id
          AND coalesce(n.task_id::text, n.conversation_id::text, n.workflow_key) = w.ordering_key AND n.id < w.event_id
          AND n.problem IS NULL)
      ORDER BY w.available_at, w.event_id LIMIT CASE WHEN e.failing_since IS NULL THEN $4::integer ELSE 1 END
      FOR UPDATE SKIP LOCKED) due
    WHERE e.disabled_at IS NULL AND e.id <> ALL($5::uuid[]) AND (e.failing_since IS NULL OR e.id <> ALL($6::uuid[]))
    ORDER BY due.available_at, due.id LIMIT $3) AS leased
  WHERE d.tenant_id = leased.tenant_id AND d.id = leased.id
  RETURNING d.tenant_id AS "tenantId", d.id, d.endpoint_id AS "endpointId", d.type, d.data, d.at, d.attempts`;

/** Of what comes after it: as late as this, or at once. */
export const SETTLE = `
  WITH mine AS (
    UPDATE webhook_deliveries d SET status = $3, available_at = coalesce($4::timestamptz, d.available_at), leased_until = NULL,
      settled_at = CASE WHEN $3 = 'pending' THEN NULL ELSE $5::timestamptz END,
      tries = CASE WHEN jsonb_array_length(d.tries) >= ${MOST_TRIES} THEN d.tries - 0 ELSE d.tries END || $6::jsonb
    WHERE d.tenant_id = $1 AND d.id = $2 AND d.status = 'pending'
    RETURNING d.id, d.endpoint_id, d.ordering_key
  )
  UPDATE webhook_deliveries f
  SET available_at = CASE WHEN $3 = 'pending' THEN $4::timestamptz ELSE $5::timestamptz END
  FROM mine
  WHERE f.tenant_id = $1 AND f.endpoint_id = mine.endpoint_id AND f.ordering_key = mine.ordering_key
    AND f.status = 'pending' AND f.id <> mine.id
    AND CASE WHEN $3 = 'pending' THEN f.available_at < $4::timestamptz ELSE f.available_at > $5::timestamptz END`;
