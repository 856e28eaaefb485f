import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import type { LinkedAction } from '@orkestra/notifications';

export class AnswerLinkInput {
  /** Of the link in the mail. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(2_000)
  token!: string;

  /** What the link was for; the page begins with it. */
  @IsOptional()
  @IsIn(['approve', 'reject', 'complete'])
  do?: LinkedAction;
}
