import { isRecord } from '@orkestra/core';
import type { SendResult } from '../channels/notification-channel';

/** The installation is no longer what it was: an administrator has to connect it again. */
const BROKEN = [
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'missing_scope',
  'no_permission',
  'app_missing_action_url',
];
/** The same message will never go there. */
const NEVER = [
  'channel_not_found',
  'user_not_found',
  'user_disabled',
  'users_not_found',
  'is_archived',
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'cannot_dm_bot',
  'messages_tab_disabled',
  'invalid_blocks',
  'msg_too_long',
  'msg_blocks_too_long',
];

/** What Slack answers in place of `ok`, or that it does not answer. */
export class SlackFault extends Error {
  override readonly name = 'SlackFault';

  constructor(
    /** As Slack names it. */
    readonly code: string,
    readonly isWorthARetry: boolean,
    readonly afterMs?: number,
  ) {
    super(`Slack: ${code}`);
  }

  static of(error: unknown): SlackFault {
    if (error instanceof SlackFault) return error;
    const { code, data, retryAfter, statusCode, message } = error as Record<string, unknown>;
    if (typeof retryAfter === 'number') return new SlackFault('ratelimited', true, retryAfter * 1_000);
    const said = isRecord(data) ? data['error'] : undefined;
    if (typeof said === 'string') return new SlackFault(said, !NEVER.includes(said));
    const status = typeof statusCode === 'number' ? `http_${statusCode}` : undefined;
    return new SlackFault(status ?? `${String(code ?? 'unreachable')}: ${String(message ?? '')}`, true);
  }

  /** Whether an administrator has to do something about it. */
  get isOfInstallation(): boolean {
    return BROKEN.includes(this.code);
  }

  get result(): Exclude<SendResult, { outcome: 'sent' }> {
    const problem = this.message;
    return this.isWorthARetry
      ? { outcome: 'retry', problem, afterMs: this.afterMs }
      : { outcome: 'dead', problem };
  }
}
