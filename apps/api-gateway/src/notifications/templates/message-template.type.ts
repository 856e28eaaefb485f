import { Field, ObjectType } from '@nestjs/graphql';
import type { PreviewView, TemplatesView, TemplateText, TemplateView } from '@orkestra/notifications';

@ObjectType({ description: 'Words of the workspace’s own for what people are told.' })
class MessageTemplate implements TemplateView {
  @Field(() => String, { description: 'Such as `email`.' })
  channel!: string;

  @Field(() => String, {
    description:
      'Of what it tells, in small letters as `approval_asked`; `*` for all that have none of their own.',
  })
  kind!: string;

  @Field(() => String, { description: 'Such as `de` or `de-CH`.' })
  language!: string;

  @Field(() => String, { description: 'In Liquid.' })
  subject!: string;

  @Field(() => String, { description: 'HTML in Liquid; everything that is filled in is escaped.' })
  body!: string;

  @Field(() => Date)
  updatedAt!: Date;

  @Field(() => String, { nullable: true })
  updatedByName!: string | null;

  @Field(() => Boolean, { description: 'Whether there is an earlier text to go back to.' })
  canUndo!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why it could not be used last; the built-in one went out instead.',
  })
  problem!: string | null;

  @Field(() => Date, { nullable: true })
  problemAt!: Date | null;
}

@ObjectType({ description: 'What goes out where the workspace has no template of its own.' })
class BuiltInMessageTemplate implements TemplateText {
  @Field(() => String)
  channel!: string;

  @Field(() => String)
  subject!: string;

  @Field(() => String)
  body!: string;
}

@ObjectType()
export class MessageTemplates implements TemplatesView {
  @Field(() => [MessageTemplate])
  templates!: TemplateView[];

  @Field(() => [BuiltInMessageTemplate], { description: 'Of each channel that takes templates.' })
  builtIn!: (TemplateText & { channel: string })[];

  @Field(() => [String], {
    description: 'Those whose sentences are built in, and those of the workspace’s templates.',
  })
  languages!: string[];

  @Field(() => String, { description: 'Of people who have not chosen.' })
  defaultLanguage!: string;
}

@ObjectType({ description: 'What a template can name.' })
export class MessageTemplateVariable {
  @Field(() => String, { description: 'Such as `item.title`.' })
  name!: string;

  @Field(() => String)
  meaning!: string;

  @Field(() => String, { nullable: true, description: 'What it is in the preview; null for a list.' })
  example!: string | null;
}

@ObjectType({ description: 'What a template comes to.' })
export class MessagePreview implements PreviewView {
  @Field(() => String)
  subject!: string;

  @Field(() => String, { description: 'Show it in a frame that runs no scripts.' })
  html!: string;

  @Field(() => String)
  text!: string;
}

@ObjectType()
export class MessageTemplatesPayload {
  @Field(() => MessageTemplates)
  messageTemplates!: TemplatesView;
}

@ObjectType()
export class SendTestMessagePayload {
  @Field(() => String, { description: 'The address of whoever asked.' })
  sentTo!: string;
}
