import { Module } from '@nestjs/common';
import { NotificationsModule } from '@orkestra/notifications';
import { TenancyModule } from '@orkestra/tenancy';
import { AfterAnswer } from './after-answer.service';
import { ChatResolver } from './chat.resolver';
import { SlackController } from './slack.controller';
import { TeamsController } from './teams.controller';

const RESOLVERS = [ChatResolver];

@Module({
  imports: [NotificationsModule, TenancyModule],
  controllers: [SlackController, TeamsController],
  providers: [...RESOLVERS, AfterAnswer],
})
export class ChatApiModule {
  static readonly resolvers = RESOLVERS;
}
