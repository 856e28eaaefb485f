import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  MessagePreviews,
  MessageTemplates as MessageTemplatesService,
  type PreviewView,
  type TemplatesView,
  type VariableView,
} from '@orkestra/notifications';
import type { TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../../auth/ctx.decorator';
import {
  MessageTemplateKeyInput,
  PreviewMessageTemplateInput,
  SaveMessageTemplateInput,
  SetDefaultLanguageInput,
} from './message-template.input';
import {
  MessagePreview,
  MessageTemplates,
  MessageTemplatesPayload,
  MessageTemplateVariable,
  SendTestMessagePayload,
} from './message-template.type';

@Resolver()
export class MessageTemplatesResolver {
  constructor(
    private readonly service: MessageTemplatesService,
    private readonly previews: MessagePreviews,
  ) {}

  @Query(() => MessageTemplates, { description: 'For tenant admins.' })
  async messageTemplates(@Ctx() ctx: TenantContext): Promise<TemplatesView> {
    return this.service.list(ctx);
  }

  @Query(() => [MessageTemplateVariable], {
    description: 'What templates of the kind can name. For tenant admins.',
  })
  async messageTemplateVariables(
    @Ctx() ctx: TenantContext,
    @Args('kind', { type: () => String }) kind: string,
    @Args('language', { type: () => String }) language: string,
  ): Promise<VariableView[]> {
    return this.previews.variables(ctx, kind, language);
  }

  @Query(() => MessagePreview, { description: 'Saves nothing. For tenant admins.' })
  async messagePreview(
    @Ctx() ctx: TenantContext,
    @Args('input') input: PreviewMessageTemplateInput,
  ): Promise<PreviewView> {
    return this.previews.preview(ctx, input);
  }

  @Mutation(() => MessageTemplatesPayload, {
    description: 'Takes what can be written for every shape of message. For tenant admins.',
  })
  async saveMessageTemplate(
    @Ctx() ctx: TenantContext,
    @Args('input') input: SaveMessageTemplateInput,
  ): Promise<MessageTemplatesPayload> {
    return { messageTemplates: await this.service.save(ctx, input) };
  }

  @Mutation(() => MessageTemplatesPayload, {
    description: 'Has the text before the last change again; twice leads back. For tenant admins.',
  })
  async undoMessageTemplate(
    @Ctx() ctx: TenantContext,
    @Args('input') input: MessageTemplateKeyInput,
  ): Promise<MessageTemplatesPayload> {
    return { messageTemplates: await this.service.undo(ctx, input) };
  }

  @Mutation(() => MessageTemplatesPayload, {
    description: 'Has the built-in one again. For tenant admins.',
  })
  async resetMessageTemplate(
    @Ctx() ctx: TenantContext,
    @Args('input') input: MessageTemplateKeyInput,
  ): Promise<MessageTemplatesPayload> {
    return { messageTemplates: await this.service.reset(ctx, input) };
  }

  @Mutation(() => SendTestMessagePayload, {
    description: 'Sends it to the viewer and to nobody else, a few times a minute. For tenant admins.',
  })
  async sendTestMessage(
    @Ctx() ctx: TenantContext,
    @Args('input') input: PreviewMessageTemplateInput,
  ): Promise<SendTestMessagePayload> {
    return { sentTo: await this.previews.sendTest(ctx, input) };
  }

  @Mutation(() => MessageTemplatesPayload, {
    description: 'In which language people are told who have not chosen. For tenant admins.',
  })
  async setDefaultNotificationLanguage(
    @Ctx() ctx: TenantContext,
    @Args('input') { language }: SetDefaultLanguageInput,
  ): Promise<MessageTemplatesPayload> {
    return { messageTemplates: await this.service.setDefaultLanguage(ctx, language) };
  }
}
