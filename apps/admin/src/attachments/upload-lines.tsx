import { ActionIcon, Progress, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import classes from './attachments.module.css';
import type { UploadLine, Uploads } from './use-uploads';

/** Files on their way, and those that did not arrive. */
export function UploadLines({ uploads: { lines, drop } }: { uploads: Uploads }) {
  if (lines.length === 0) return null;
  return (
    <ul className={classes.files} aria-label="Uploads">
      {lines.map((line) => (
        <li key={line.id} className={classes.file}>
          <div className={classes.what}>
            <Text size="sm" truncate>
              {line.name}
            </Text>
            <UploadState line={line} />
          </div>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={line.error === null ? `Cancel the upload of ${line.name}` : `Dismiss ${line.name}`}
            onClick={() => drop(line.id)}
          >
            <IconX size={15} aria-hidden />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}

function UploadState({ line: { name, share, error } }: { line: UploadLine }) {
  if (error !== null) {
    return (
      <Text size="xs" c="red" role="alert">
        {error}
      </Text>
    );
  }
  return <Progress size={5} mt={4} value={share * 100} aria-label={`Upload of ${name}`} />;
}
