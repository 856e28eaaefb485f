import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { TaskStepView } from '@orkestra/tasks';
import { Group } from '../../people/group.type';
import { User } from '../../people/user.type';

type StepAction = TaskStepView['action'];

const StepActionEnum = {
  NOTIFY: 'notify',
  REASSIGN: 'reassign',
  ESCALATE: 'escalate',
  EXPIRE: 'expire',
  BREACH: 'breach',
} as const satisfies Record<Uppercase<StepAction>, StepAction>;

registerEnumType(StepActionEnum, {
  name: 'TaskStepAction',
  description: 'What a task does by itself as time passes.',
  valuesMap: { BREACH: { description: 'The due date is missed.' } },
});

@ObjectType({ description: 'What a task will do by itself as time passes.' })
export class TaskStep implements Pick<TaskStepView, 'action' | 'at' | 'ifUnclaimed' | 'message'> {
  @Field(() => StepActionEnum)
  action!: StepAction;

  @Field(() => Date, { description: 'Moves by as long as the task is paused.' })
  at!: Date;

  @Field(() => Boolean, { description: 'Only if nobody has claimed the task by then.' })
  ifUnclaimed!: boolean;

  @Field(() => String, { nullable: true })
  message!: string | null;

  @Field(() => User, { nullable: true, description: 'Who is told, or gets the task.' })
  user!: User | null;

  @Field(() => Group, { nullable: true, description: 'The queue that the task goes to.' })
  group!: Group | null;
}
