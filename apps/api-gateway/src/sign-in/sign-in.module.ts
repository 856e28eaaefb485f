import { Module } from '@nestjs/common';
import { TenancyModule } from '@orkestra/tenancy';
import { AuthModule } from '../auth/auth.module';
import { ViewerModule } from '../viewer/viewer.module';
import { LinkController } from './link.controller';
import { PasskeyController } from './passkey.controller';
import { PasswordStrategy } from './password.strategy';
import { SecondFactorController } from './second-factor.controller';
import { SignInController } from './sign-in.controller';
import { SignInAnswers } from './sign-in-answers.service';

@Module({
  imports: [AuthModule, TenancyModule, ViewerModule],
  controllers: [LinkController, PasskeyController, SecondFactorController, SignInController],
  providers: [PasswordStrategy, SignInAnswers],
})
export class SignInModule {}
