import { Module } from '@nestjs/common';
import { NotificationsModule } from '@orkestra/notifications';
import { TenancyModule } from '@orkestra/tenancy';
import { AnswerLinkController } from './answer-link.controller';
import { GuestController } from './guest.controller';

/** Pages by which people answer who are not signed in. */
@Module({
  imports: [NotificationsModule, TenancyModule],
  controllers: [AnswerLinkController, GuestController],
})
export class AnswersApiModule {}
