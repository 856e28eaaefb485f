import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { AuthService, type SignedIn } from '@orkestra/tenancy';
import type { Request } from 'express';
import { Strategy } from 'passport-local';
import { sessionToken } from '../auth/session-cookie';
import type { SignInInput } from './sign-in.input';

/** Sign-in by workspace, e-mail and password. A session that the browser still holds ends with it. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  constructor(private readonly auth: AuthService) {
    super({ usernameField: 'email', passReqToCallback: true });
  }

  async validate(request: Request, email: string, password: string): Promise<SignedIn> {
    const { tenant } = request.body as SignInInput;
    const replaces = sessionToken(request);
    return this.auth.signIn({ tenant, email, password, remoteAddress: request.ip, replaces });
  }
}
