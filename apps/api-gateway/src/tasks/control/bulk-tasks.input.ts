import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import type { BulkAction } from '@orkestra/tasks';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDate,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { TaskTargetInput, toTarget } from './task-target.input';

type BulkKind = BulkAction['action'];

const BulkTaskActionEnum = {
  CLAIM: 'claim',
  RELEASE: 'release',
  CANCEL: 'cancel',
  ASSIGN: 'assign',
  SET_PRIORITY: 'set_priority',
  SET_DUE_DATE: 'set_due_date',
} as const satisfies Record<Uppercase<BulkKind>, BulkKind>;

registerEnumType(BulkTaskActionEnum, {
  name: 'BulkTaskAction',
  description: 'What can be done with many tasks at once.',
});

@InputType()
export class BulkTasksInput {
  @Field(() => [ID], { description: '1 to 500; each is a command of its own.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  taskIds!: string[];

  @Field(() => BulkTaskActionEnum)
  @IsIn(Object.values(BulkTaskActionEnum))
  action!: BulkKind;

  @Field(() => String, { nullable: true, description: 'Of `CANCEL` and `ASSIGN`.' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  reason?: string;

  @Field(() => TaskTargetInput, { nullable: true, description: '`ASSIGN` needs it.' })
  @ValidateIf(({ action }: BulkTasksInput) => action === 'assign')
  @IsDefined()
  @ValidateNested()
  @Type(() => TaskTargetInput)
  to?: TaskTargetInput;

  @Field(() => Int, { nullable: true, description: '0 to 100; `SET_PRIORITY` needs it.' })
  @ValidateIf(({ action }: BulkTasksInput) => action === 'set_priority')
  @IsInt()
  @Min(0)
  @Max(100)
  priority?: number;

  @Field(() => Date, { nullable: true, description: 'Of `SET_DUE_DATE`; none takes the due date away.' })
  @IsOptional()
  @IsDate()
  dueAt?: Date;
}

/** The command in the domain's words; what it does not need is left out. */
export function toBulkAction({ action, reason, to, priority, dueAt }: BulkTasksInput): BulkAction {
  switch (action) {
    case 'claim':
    case 'release':
      return { action };
    case 'cancel':
      return { action, reason };
    case 'assign':
      return { action, reason, to: toTarget(to ?? {}) };
    case 'set_priority':
      return { action, priority: priority ?? NaN };
    case 'set_due_date':
      return { action, dueAt: dueAt ?? null };
  }
}
