import { Module } from '@nestjs/common';
import { TenancyModule } from '@orkestra/tenancy';
import { AuthModule } from '../auth/auth.module';
import { ViewerModule } from '../viewer/viewer.module';
import { BackchannelLogoutController } from './backchannel-logout.controller';
import { LinkController } from './link.controller';
import { OidcStrategy } from './oidc.strategy';
import { PasskeyController } from './passkey.controller';
import { PasswordStrategy } from './password.strategy';
import { SamlController } from './saml.controller';
import { SamlLogoutController } from './saml-logout.controller';
import { SamlStrategy } from './saml.strategy';
import { SecondFactorController } from './second-factor.controller';
import { SignInController } from './sign-in.controller';
import { SignInAnswers } from './sign-in-answers.service';
import { SsoController } from './sso.controller';
import { SsoFailures } from './sso-failures.service';

@Module({
  imports: [AuthModule, TenancyModule, ViewerModule],
  controllers: [
    BackchannelLogoutController,
    LinkController,
    PasskeyController,
    SamlController,
    SamlLogoutController,
    SecondFactorController,
    SignInController,
    SsoController,
  ],
  providers: [OidcStrategy, PasswordStrategy, SamlStrategy, SignInAnswers, SsoFailures],
})
export class SignInModule {}
