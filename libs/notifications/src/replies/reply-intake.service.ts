import { Resolver } from 'node:dns/promises';
import { Injectable } from '@nestjs/common';
import { Clock, Config, DomainError, SystemDatabase } from '@orkestra/core';
import { AnswerSettingsService } from '@orkestra/tenancy';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Answer, AnswerLook, AnswerOrigin } from '../answers/answer';
import { AnswerAttempts } from '../answers/answer-attempts.store';
import { AnswerDesk } from '../answers/answer-desk.service';
import { ReplyAddresses, type ReplyAddress } from './reply-addresses.service';
import { type ReplyText, replyText } from './reply-text';
import { refusalText, REPLY_REFUSALS, type ReplyRefusal } from './reply.words';
import { type ResolveRecords, senderProof, type SenderProof } from './sender-proof';

/** What becomes of a mail: whoever sent it is told by their own server what was refused and why. */
export type Taken =
  | { kind: 'taken' }
  /** By a machine: it is let in and forgotten, since an answer might be answered. */
  | { kind: 'ignored' }
  | { kind: 'refused'; text: string }
  | { kind: 'later'; text: string };

export interface IncomingMail {
  /** Empty for what reports that a mail could not be delivered. */
  sender: string;
  recipients: readonly string[];
  source: Buffer;
}

interface Addressee {
  tenantId: string;
  personId: string;
  taskId: string | null;
  email: string;
}

/** Of one person, at one worker. */
const REPLIES_PER_MINUTE = 20;
const OLDEST_MS = 7 * 24 * 3_600_000;

/** Replies to mails about tasks: comments, or decisions where their first line is one. */
@Injectable()
export class ReplyIntake {
  private readonly rate = new RateLimiterMemory({ points: REPLIES_PER_MINUTE, duration: 60 });

  constructor(
    private readonly addresses: ReplyAddresses,
    private readonly database: SystemDatabase,
    private readonly settings: AnswerSettingsService,
    private readonly desk: AnswerDesk,
    private readonly attempts: AnswerAttempts,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Whether somebody could be written to by the address; asked before the mail itself is taken. */
  knows(recipient: string): boolean {
    return this.addresses.read(recipient) !== undefined;
  }

  async take(mail: IncomingMail): Promise<Taken> {
    const [address] = mail.recipients.map((to) => this.addresses.read(to)).filter((one) => one !== undefined);
    if (address === undefined) return refused('unknown');
    const parsed = await simpleParser(mail.source, { skipImageLinks: true });
    if (mail.sender === '' || isAutomatic(parsed)) return { kind: 'ignored' };
    const addressee = await this.addresseeOf(address);
    if (addressee?.taskId == null) return refused('old');
    const proof = await senderProof(mail.source, this.resolver());
    const answer = this.answerIn({ ...addressee, taskId: addressee.taskId }, address, parsed, proof);
    const reason = await this.reasonAgainst(addressee, parsed, proof, answer);
    if (reason !== null) {
      await this.attempts.refuse(answer, `reply.${reason}`);
      return refused(reason);
    }
    try {
      await this.rate.consume(`${addressee.tenantId}/${addressee.personId}`);
    } catch {
      return { kind: 'later', text: REPLY_REFUSALS.often };
    }
    return this.given(answer, address);
  }

  private async given(answer: Answer & { reply: ReplyText }, { state }: ReplyAddress): Promise<Taken> {
    const { reply, ...plain } = answer;
    try {
      const outcome = await this.desk.answer(await this.decided(plain, reply, state));
      return outcome.kind === 'done' ? { kind: 'taken' } : { kind: 'refused', text: refusalText(outcome) };
    } catch (error) {
      if (error instanceof DomainError) return { kind: 'later', text: error.message };
      throw error;
    }
  }

  /** A decision where the first line is one and the task takes it; else a comment. */
  private async decided(
    answer: Answer,
    { decision, reason, text }: ReplyText,
    state: number,
  ): Promise<Answer> {
    const comment = { ...answer, action: 'comment', text } as const;
    if (decision === null || state === 0) return comment;
    const { tenantId, personId, taskId, key } = answer;
    const look = await this.desk.look({ tenantId, personId, channel: 'email', credentialId: key }, taskId);
    if (look.kind === 'open' && !look.task.approval) return comment;
    return { ...answer, action: decision, text: reason, ...boundTo(look, state) };
  }

  private async reasonAgainst(
    { tenantId, email }: Addressee,
    parsed: ParsedMail,
    proof: SenderProof,
    { reply }: { reply: ReplyText },
  ): Promise<ReplyRefusal | null> {
    if (!(await this.settings.of(tenantId)).byReply) return 'off';
    if (senderOf(parsed) !== email) return 'other_sender';
    if (!proof.passed) return 'unproved';
    const age = this.clock.now().getTime() - (parsed.date?.getTime() ?? 0);
    if (age > OLDEST_MS) return 'old_mail';
    return reply.text === '' ? 'empty' : null;
  }

  private answerIn(
    { tenantId, personId, taskId }: Addressee & { taskId: string },
    { deliveryId }: ReplyAddress,
    parsed: ParsedMail,
    proof: SenderProof,
  ): Answer & { reply: ReplyText } {
    const origin: AnswerOrigin = { channel: 'email', actedAt: parsed.date, proof };
    // One mail is one reply, however often it comes.
    const key = `reply:${deliveryId}:${parsed.messageId ?? ''}`;
    return {
      tenantId,
      personId,
      taskId,
      action: 'comment',
      key,
      origin,
      reply: replyText(parsed.text ?? '', new URL(this.config.PUBLIC_URL).host),
    };
  }

  private async addresseeOf({ deliveryId }: ReplyAddress): Promise<Addressee | undefined> {
    const [row] = await this.database.query<Addressee>(ADDRESSEE, [deliveryId]);
    return row;
  }

  private resolver(): ResolveRecords {
    const resolver = new Resolver({ timeout: 3_000, tries: 2 });
    if (this.config.DNS_SERVERS.length > 0) resolver.setServers(this.config.DNS_SERVERS);
    return (name, type) => resolver.resolve(name, type);
  }
}

/** What the decision is bound to: the task as it was when the mail was written. */
function boundTo(look: AnswerLook, state: number): Partial<Answer> {
  if (look.kind !== 'open' || !look.task.voting) return { expectedRevision: state };
  // Another round than the mail told of has another payload: a digest that fits none.
  return { payloadDigest: look.task.round === state ? (look.payloadDigest ?? '') : 'another round' };
}

function refused(reason: ReplyRefusal): Taken {
  return { kind: 'refused', text: REPLY_REFUSALS[reason] };
}

/** What was sent by a machine is not answered, and says nothing (RFC 3834). */
function isAutomatic({ headers }: ParsedMail): boolean {
  const said = (name: string) => {
    const value = headers.get(name);
    return typeof value === 'string' ? value.toLowerCase() : '';
  };
  const auto = said('auto-submitted');
  if (auto !== '' && auto !== 'no') return true;
  return ['bulk', 'junk', 'list', 'auto_reply'].includes(said('precedence')) || headers.has('x-autoreply');
}

function senderOf({ from }: ParsedMail): string | undefined {
  const one: AddressObject | undefined = from;
  return one?.value.length === 1 ? one.value[0]?.address?.toLowerCase() : undefined;
}

const ADDRESSEE = `
  SELECT d.tenant_id AS "tenantId", d.person_id AS "personId", d.task_id AS "taskId", u.email
  FROM notification_deliveries d JOIN users u ON u.tenant_id = d.tenant_id AND u.id = d.person_id
  WHERE d.id = $1 AND d.channel = 'email'`;
