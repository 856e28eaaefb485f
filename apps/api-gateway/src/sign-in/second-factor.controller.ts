import { Body, Controller, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { SecondFactorSignIn } from '@orkestra/tenancy';
import type { Request, Response } from 'express';
import { Public } from '../auth/public.decorator';
import { doorGuard } from '../auth/door.guard';
import { CodeInput, PasskeyInput, TicketInput } from './second-step.input';
import { type SignInAnswer, SignInAnswers } from './sign-in-answers.service';
import { visitorOf } from './visitor';

/** The step after the password, for who has a second factor. */
@UseGuards(doorGuard('sign-in'))
@Controller('api/v1/auth/second-factor')
export class SecondFactorController {
  constructor(
    private readonly second: SecondFactorSignIn,
    private readonly answers: SignInAnswers,
  ) {}

  @Public()
  @Post('code')
  @HttpCode(200)
  async code(
    @Body() { ticket, code }: CodeInput,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInAnswer> {
    return this.answers.answer(this.second.byCode(ticket, code, visitorOf(request)), response);
  }

  @Public()
  @Post('passkey-options')
  @HttpCode(200)
  async options(@Body() { ticket }: TicketInput, @Req() request: Request): Promise<object> {
    return { options: await this.second.passkeyOptions(ticket, visitorOf(request)) };
  }

  @Public()
  @Post('passkey')
  @HttpCode(200)
  async passkey(
    @Body() { ticket, response: proof }: PasskeyInput,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInAnswer> {
    return this.answers.answer(this.second.byPasskey(ticket, proof, visitorOf(request)), response);
  }
}
