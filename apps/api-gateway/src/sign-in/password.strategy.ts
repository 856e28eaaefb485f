import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { AuthService, type SignedIn } from '@orkestra/tenancy';
import type { Request } from 'express';
import { Strategy } from 'passport-local';
import type { SignInInput } from './sign-in.input';
import { visitorOf } from './visitor';

/** Sign-in by workspace, e-mail and password. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  constructor(private readonly auth: AuthService) {
    super({ usernameField: 'email', passReqToCallback: true });
  }

  async validate(request: Request, email: string, password: string): Promise<SignedIn> {
    const { tenant } = request.body as SignInInput;
    return this.auth.signIn({ tenant, email, password, ...visitorOf(request) });
  }
}
