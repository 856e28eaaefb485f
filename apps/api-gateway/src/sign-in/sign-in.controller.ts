import { Body, Controller, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { AuthService, type SignedIn } from '@orkestra/tenancy';
import type { Request, Response } from 'express';
import { authenticate } from '../auth/authenticate';
import { Public } from '../auth/public.decorator';
import { sessionToken } from '../auth/session-cookie';
import { doorGuard } from '../auth/door.guard';
import { SignInInput } from './sign-in.input';
import { type SignInAnswer, SignInAnswers } from './sign-in-answers.service';

@Controller('api/v1/auth')
export class SignInController {
  constructor(
    private readonly auth: AuthService,
    private readonly answers: SignInAnswers,
  ) {}

  /** By password: sets the session cookie, or asks for the second factor. */
  @Public()
  @UseGuards(doorGuard('sign-in'))
  @Post('sign-in')
  @HttpCode(200)
  async signIn(
    @Body() _input: SignInInput,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInAnswer> {
    return this.answers.answer(authenticate<SignedIn>(['password'], request), response);
  }

  /** Ends the session and every live connection that it opened. */
  @Post('sign-out')
  @HttpCode(204)
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const token = sessionToken(request);
    if (token !== undefined) await this.auth.signOut(token);
    this.answers.forget(response);
  }
}
