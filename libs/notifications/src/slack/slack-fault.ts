import type { SendResult } from '../channels/notification-channel';
import { textOf } from '../chat/text-of';

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
    const { data, retryAfter, statusCode } = error as Record<string, unknown>;
    if (typeof retryAfter === 'number') return new SlackFault('ratelimited', true, retryAfter * 1_000);
    const said = textOf(data, 'error');
    if (said !== '') return new SlackFault(said, !NEVER.includes(said));
    if (typeof statusCode === 'number') return new SlackFault(`http_${statusCode}`, true);
    return new SlackFault(textOf(error, 'message') || 'unreachable', true);
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
