import { IsNotEmpty, IsObject, IsString, MaxLength } from 'class-validator';

export class TicketInput {
  /** From the answer to the step before. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  ticket!: string;
}

export class CodeInput extends TicketInput {
  /** Of the app, or a recovery code. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  code!: string;
}

export class PasskeyInput extends TicketInput {
  /** What the browser's `navigator.credentials.get()` gave, as JSON. */
  @IsObject()
  response!: object;
}
