import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength } from 'class-validator';

const LONGEST = 20_000;

@InputType()
export class MessageTemplateKeyInput {
  @Field(() => String, { description: 'One of `messageTemplates.builtIn`.' })
  @IsString()
  @MaxLength(40)
  channel!: string;

  @Field(() => String, { description: 'A kind in small letters, as `approval_asked`, or `*`.' })
  @IsString()
  @MaxLength(40)
  kind!: string;

  @Field(() => String, { description: 'Such as `de`.' })
  @IsString()
  @MaxLength(35)
  language!: string;
}

@InputType()
export class SaveMessageTemplateInput extends MessageTemplateKeyInput {
  @Field(() => String, { description: `In Liquid, at most ${LONGEST} characters.` })
  @IsString()
  @MaxLength(LONGEST)
  subject!: string;

  @Field(() => String, { description: `HTML in Liquid, at most ${LONGEST} characters.` })
  @IsString()
  @MaxLength(LONGEST)
  body!: string;
}

@InputType()
export class PreviewMessageTemplateInput extends SaveMessageTemplateInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A task that the viewer may see; left out for a made-up one.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  taskId?: string | null;
}

@InputType()
export class SetDefaultLanguageInput {
  @Field(() => String, { description: 'Such as `de`.' })
  @IsString()
  @MaxLength(35)
  language!: string;
}
