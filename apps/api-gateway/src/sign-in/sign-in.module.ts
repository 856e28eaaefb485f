import { Module } from '@nestjs/common';
import { TenancyModule } from '@orkestra/tenancy';
import { AuthModule } from '../auth/auth.module';
import { ViewerModule } from '../viewer/viewer.module';
import { PasswordStrategy } from './password.strategy';
import { SignInController } from './sign-in.controller';

@Module({
  imports: [AuthModule, TenancyModule, ViewerModule],
  controllers: [SignInController],
  providers: [PasswordStrategy],
})
export class SignInModule {}
