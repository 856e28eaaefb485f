import type { Request } from 'express';
import { Strategy } from 'passport';

type Verify = (request: Request, done: (error: unknown, answer: object | null) => void) => void;

/** A Passport strategy for what a directory answers; whoever extends it says who that is. */
export class AnswerStrategy extends Strategy {
  constructor(private readonly verify: Verify) {
    super();
  }

  override authenticate(request: Request): void {
    this.verify(request, (error, answer) => {
      if (answer === null) this.error(error);
      else this.success(answer);
    });
  }
}
