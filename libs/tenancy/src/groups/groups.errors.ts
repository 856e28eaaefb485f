import { DomainError } from '@orkestra/core';

export class GroupNotFoundError extends DomainError {
  constructor() {
    super('not_found', 'group.not_found', 'There is no such group in this workspace.');
  }
}

export class InvalidGroupError extends DomainError {
  constructor(pointer: string, message: string) {
    super('invalid', 'group.invalid', `${pointer}: ${message}`, { fields: [{ pointer, message }] });
  }
}

export class GroupExistsError extends DomainError {
  constructor(key: string) {
    super('conflict', 'group.exists', `There is a group "${key}" already. Choose another key.`, { key });
  }
}

export class GroupHoldsTasksError extends DomainError {
  constructor(openTasks: number) {
    super(
      'conflict',
      'group.holds_tasks',
      `${openTasks} open tasks refer to this group. Name the group that shall get them.`,
      { openTasks },
    );
  }
}

export class GroupVoteError extends DomainError {
  constructor(taskId: string) {
    super(
      'conflict',
      'group.vote',
      'A vote of this group could not be won by the people of the other one. Choose another group, or end the vote first.',
      { taskId },
    );
  }
}
