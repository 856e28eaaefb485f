import { ResolveField, Resolver } from '@nestjs/graphql';
import { type ApprovalVersion, progressOf, type TaskView, type Vote, type VoteView } from '@orkestra/tasks';
import { JsonScalar } from '../../graphql/json.scalar';
import type { PeopleLoaders } from '../../people/people.loaders';
import type { TaskLoaders } from '../task/tasks.loaders';
import {
  TaskApproval,
  TaskApprovalVersion,
  TaskQuorum,
  TaskVote,
  TaskVoteProgress,
} from './task-approval.type';
import type { FieldContext } from '../../graphql/graphql-context';

type Loaders = PeopleLoaders & TaskLoaders;

/** The fields of an approval; its parent is the task. */
@Resolver(() => TaskApproval)
export class TaskApprovalFieldsResolver {
  @ResolveField(() => Boolean)
  waitingForRequester(task: TaskView): boolean {
    return task.waitingFor === 'requester';
  }

  @ResolveField(() => TaskQuorum, { nullable: true, description: 'Null where one person decides.' })
  quorum({ quorum }: TaskView): TaskQuorum | null {
    if (quorum === null) return null;
    return {
      rule: quorum.rule,
      count: 'count' in quorum ? quorum.count : null,
      percentage: 'percentage' in quorum ? quorum.percentage : null,
      veto: quorum.veto ?? false,
    };
  }

  @ResolveField(() => JsonScalar, { nullable: true, description: 'What is to be approved.' })
  async payload(task: TaskView, _args: unknown, { loaders }: FieldContext<Loaders>): Promise<unknown> {
    return (await loaders.approvals.load(task.id))?.payload;
  }

  @ResolveField(() => String, {
    description: 'Hexadecimal SHA-256 of the payload; pass it with the decision about what was shown.',
  })
  async payloadDigest(task: TaskView, _args: unknown, { loaders }: FieldContext<Loaders>): Promise<string> {
    return (await loaders.approvals.load(task.id))?.payloadDigest ?? '';
  }

  @ResolveField(() => [TaskApprovalVersion], {
    description: 'Earlier versions, the newest first; at most 10.',
  })
  async earlierVersions(
    task: TaskView,
    _args: unknown,
    { loaders }: FieldContext<Loaders>,
  ): Promise<ApprovalVersion[]> {
    return (await loaders.earlierApprovals.load(task.id)) ?? [];
  }

  @ResolveField(() => [TaskVote], {
    description: 'Votes and requests for changes of all rounds, oldest first; at most the 500 newest.',
  })
  async votes(task: TaskView, _args: unknown, { loaders }: FieldContext<Loaders>): Promise<VoteView[]> {
    return (await loaders.votes.load(task.id)) ?? [];
  }

  @ResolveField(() => [TaskVoteProgress], {
    description: 'How far the vote on the present version is; empty where one person decides.',
  })
  async progress(
    task: TaskView,
    _args: unknown,
    { loaders }: FieldContext<Loaders>,
  ): Promise<TaskVoteProgress[]> {
    if (task.quorum === null) return [];
    const [voters, votes] = await Promise.all([loaders.voters.load(task.id), loaders.votes.load(task.id)]);
    const electorate = { voters: voters ?? [], groups: task.candidates.groups };
    const parts = progressOf(task.quorum, electorate, presentVotes(votes ?? [], task.round));
    return Promise.all(
      parts.map(async ({ groupId, ...part }) => ({
        ...part,
        group: groupId === null ? null : await loaders.groups.load(groupId),
      })),
    );
  }
}

function presentVotes(votes: readonly VoteView[], round: number): Map<string, Vote> {
  const counted = votes.filter((vote) => vote.round === round && vote.vote !== 'changes_requested');
  return new Map(counted.map(({ voter, vote }) => [voter.id, vote as Vote]));
}
