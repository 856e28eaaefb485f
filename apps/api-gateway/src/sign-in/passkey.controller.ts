import { Body, Controller, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { PasskeySignIn } from '@orkestra/tenancy';
import type { Request, Response } from 'express';
import { Public } from '../auth/public.decorator';
import { doorGuard } from '../auth/door.guard';
import { PasskeyInput } from './second-step.input';
import { type SignInAnswer, SignInAnswers } from './sign-in-answers.service';
import { visitorOf } from './visitor';

/** Sign-in by passkey alone: the passkey says who it is. */
@UseGuards(doorGuard('sign-in'))
@Controller('api/v1/auth/passkey')
export class PasskeyController {
  constructor(
    private readonly passkeys: PasskeySignIn,
    private readonly answers: SignInAnswers,
  ) {}

  @Public()
  @Post('options')
  @HttpCode(200)
  async options(@Req() request: Request): Promise<object> {
    return this.passkeys.begin(visitorOf(request));
  }

  @Public()
  @Post()
  @HttpCode(200)
  async signIn(
    @Body() { ticket, response: proof }: PasskeyInput,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInAnswer> {
    return this.answers.answer(this.passkeys.complete(ticket, proof, visitorOf(request)), response);
  }
}
