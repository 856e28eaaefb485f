import { ActionIcon, Button, FileButton, Group, Input, Loader, Stack, Text } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import type { FieldProps } from '@rjsf/utils';
import { useState } from 'react';
import { announce } from '../../interface/announcer';
import { UploadError, uploadAttachment, uploadedName } from '../../attachments/attachment-upload';
import { taskIdOf } from './form-context';
import { useUnfinished } from './unfinished-fields';

/** A field that holds the id of an attachment of the task, or a list of them; choosing a file uploads it. */
export function AttachmentField({
  fieldPathId,
  formData,
  schema,
  name,
  required,
  disabled,
  readonly,
  rawErrors,
  errorSchema,
  uiSchema,
  registry,
  onChange,
}: FieldProps) {
  const [uploading, setUploading] = useState(false);
  const [failure, setFailure] = useState<string>();
  const id = fieldPathId.$id;
  useUnfinished(id, uploading);
  const several = schema.type === 'array';
  const held = idsOf(formData);
  const full = held.length >= (several ? (schema.maxItems ?? Infinity) : 1);
  const change = (ids: string[]): void => onChange(several ? ids : ids[0], fieldPathId.path);

  const upload = async (files: readonly File[]): Promise<void> => {
    const taskId = taskIdOf(registry.formContext);
    const ids = several ? [...held] : [];
    setUploading(true);
    setFailure(undefined);
    try {
      for (const file of files) {
        const uploaded = await uploadAttachment(taskId, file);
        ids.push(uploaded.id);
        change(ids);
        announce(`${uploaded.name} is attached.`);
      }
    } catch (error) {
      if (!(error instanceof UploadError)) throw error;
      setFailure(error.message);
    } finally {
      setUploading(false);
    }
  };

  const help: unknown = uiSchema?.['ui:help'];
  const locked = Boolean(disabled) || Boolean(readonly);
  return (
    <Input.Wrapper
      label={schema.title ?? name}
      labelElement="div"
      description={typeof help === 'string' ? help : undefined}
      required={required}
      error={failure ?? errorsOf(rawErrors, errorSchema).join(' ')}
    >
      <Stack gap={6} mt={4} align="flex-start">
        {held.map((attachmentId, index) => (
          <Group key={attachmentId} gap={6} wrap="nowrap">
            <IconPaperclip size={15} aria-hidden />
            <Text size="sm">{uploadedName(attachmentId) ?? 'Attached file'}</Text>
            {!locked && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={`Take ${uploadedName(attachmentId) ?? 'this file'} out of the answer`}
                onClick={() => change(held.filter((_, at) => at !== index))}
              >
                <IconX size={14} />
              </ActionIcon>
            )}
          </Group>
        ))}
        <FileButton
          multiple={several}
          onChange={(chosen) => void upload(chosen === null ? [] : [chosen].flat())}
          inputProps={{ 'aria-label': schema.title ?? name }}
        >
          {(props) => (
            <Button
              {...props}
              id={id}
              variant="default"
              size="xs"
              disabled={locked || uploading || full}
              leftSection={uploading ? <Loader size={14} /> : <IconPaperclip size={14} aria-hidden />}
            >
              {uploading ? 'Attaching …' : several ? 'Attach files' : 'Attach a file'}
            </Button>
          )}
        </FileButton>
      </Stack>
    </Input.Wrapper>
  );
}

/** What is wrong with the list and with single files. */
function errorsOf(own: readonly string[] | undefined, inner: FieldProps['errorSchema']): string[] {
  const files = Object.values((inner ?? {}) as Record<string, { __errors?: string[] } | undefined>);
  return [...new Set([...(own ?? []), ...files.flatMap((file) => file?.__errors ?? [])])];
}

function idsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
}
