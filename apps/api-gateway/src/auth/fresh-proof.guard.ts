import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthenticationRequiredError, StepUp } from '@orkestra/tenancy';
import { contextOf } from './ctx.decorator';

/**
 * For what changes how the people of a workspace come in: whoever asks has proved lately that it is them, or a found
 * laptop would let its finder in for good. In front of a handler: `@UseGuards(FreshProofGuard)`.
 */
@Injectable()
export class FreshProofGuard implements CanActivate {
  constructor(private readonly stepUp: StepUp) {}

  /** @throws StepUpNeededError, PersonOnlyError */
  async canActivate(host: ExecutionContext): Promise<boolean> {
    const ctx = contextOf(host);
    if (ctx === undefined) throw new AuthenticationRequiredError();
    await this.stepUp.require(ctx);
    return true;
  }
}
