import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { AttachmentView } from '@orkestra/tasks';
import { Actor } from '../../people/actor.type';

/** A file beside a task, the same over GraphQL and REST. */
@ObjectType({ description: 'A file beside a task. Upload one by `POST /api/v1/tasks/{id}/attachments`.' })
export class TaskAttachment implements Omit<AttachmentView, 'taskId'> {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'What the content is, whatever the sender called it.' })
  contentType!: string;

  @Field(() => Int, { description: 'In bytes; at most 25 MB.' })
  size!: number;

  @Field(() => String, { description: 'SHA-256 of the content, in hex.' })
  digest!: string;

  @Field(() => Actor)
  uploadedBy!: Actor;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => String, { description: 'Where to download it, below the address of this server.' })
  url!: string;
}

export function toAttachment({ taskId, ...attachment }: AttachmentView): TaskAttachment {
  return { ...attachment, url: `/api/v1/tasks/${taskId}/attachments/${attachment.id}` };
}
