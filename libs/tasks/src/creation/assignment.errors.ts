import { DomainError } from '@orkestra/core';

export class GroupIsEmptyError extends DomainError {
  constructor(group: string) {
    super(
      'invalid',
      'task.group_is_empty',
      `The group "${group}" has no active member, and the task asks for one. Add members, or name another group.`,
      { group },
    );
  }
}
