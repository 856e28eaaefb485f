import { Injectable } from '@nestjs/common';
import { type CallerOrigin, GuestEntrance } from '@orkestra/tenancy';
import type { Answer, AnswerLook, AnswerOutcome } from '../answers/answer';
import { AnswerDesk, type Entering } from '../answers/answer-desk.service';
import type { GuestAction } from './guest-view';
import type { KnownGuest } from './guest-sessions.service';

export interface GuestAnswer {
  action: GuestAction;
  text?: string | undefined;
  data?: unknown;
  /** What the guest was shown: the page that they answer by. */
  expectedRevision: number;
  /** Names the page that they answer by: pressed twice it is done once. */
  key: string;
}

/** What guests see and do: one task, and what they were invited for. */
@Injectable()
export class GuestAnswers {
  constructor(
    private readonly desk: AnswerDesk,
    private readonly entrance: GuestEntrance,
  ) {}

  async look(guest: KnownGuest): Promise<AnswerLook> {
    return this.desk.lookAs(
      () => this.entrance.enter({ ...guest, credentialId: guest.guestId }, {}, 'look'),
      guest.taskId,
    );
  }

  /** What they were not invited for the rules of tasks refuse. */
  async answer(guest: KnownGuest, given: GuestAnswer, from: CallerOrigin): Promise<AnswerOutcome> {
    const { tenantId, guestId, taskId } = guest;
    const { action, key, text, data } = given;
    const answer: Answer = {
      ...{ tenantId, personId: guestId, taskId, action, text, data, key: `${guestId}:${key}:${action}` },
      // What is said about a task holds whatever has changed.
      expectedRevision: action === 'comment' ? undefined : given.expectedRevision,
      origin: { ...from, channel: 'guest', proof: { passed: true, result: 'guest session' } },
    };
    const enter: Entering = (credentialId) => this.entrance.enter({ ...guest, credentialId }, from);
    return this.desk.answerAs(answer, enter);
  }
}
