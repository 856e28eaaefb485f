import { Field, ID, InputType } from '@nestjs/graphql';
import { IsString, MaxLength } from 'class-validator';

@InputType()
export class RequestPersonErasureInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(100)
  personId!: string;

  @Field(() => String, { description: 'The e-mail address of the person, as it is typed.' })
  @IsString()
  @MaxLength(300)
  email!: string;
}

@InputType()
export class ErasePersonInput extends RequestPersonErasureInput {
  @Field(() => String, { description: 'The code that the request was answered with.' })
  @IsString()
  @MaxLength(100)
  code!: string;
}
