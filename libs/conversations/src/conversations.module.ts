import { type DynamicModule, Module, type ModuleMetadata, type Type } from '@nestjs/common';
import { TenancyModule } from '@orkestra/tenancy';
import { ConversationAccess, OwnConversationsOnly } from './conversation-access.service';
import { ConversationsService } from './conversations.service';

/** Conversations and messages. Needs the global CoreModule. */
@Module({})
export class ConversationsModule {
  /** A program in which people see only the conversations that they created. */
  static ownOnly(): DynamicModule {
    return ConversationsModule.with({ provide: ConversationAccess, useClass: OwnConversationsOnly });
  }

  /** A program that says which conversations people see besides their own, by a service of `imports`. */
  static seenBy(access: Type<ConversationAccess>, imports: ModuleMetadata['imports']): DynamicModule {
    return ConversationsModule.with({ provide: ConversationAccess, useExisting: access }, imports);
  }

  private static with(
    access: NonNullable<ModuleMetadata['providers']>[number],
    imports: ModuleMetadata['imports'] = [],
  ): DynamicModule {
    return {
      module: ConversationsModule,
      imports: [TenancyModule, ...imports],
      providers: [access, ConversationsService],
      exports: [ConversationsService],
    };
  }
}
