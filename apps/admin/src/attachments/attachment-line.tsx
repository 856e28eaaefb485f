import { ActionIcon, Anchor, Button, Group, Modal, Text } from '@mantine/core';
import { IconFile, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { announce } from '../interface/announcer';
import { isAdmin } from '../viewer/only-for';
import { useViewer } from '../viewer/viewer';
import { type FragmentType, graphql, readFragment } from '../generated';
import { TimeText } from '../time/time-text';
import classes from './attachments.module.css';
import { readableSize } from './file-size.words';
import { deleteAttachment } from './upload-with-progress';

const AttachmentFields = graphql(`
  fragment Attachment on TaskAttachment {
    id
    name
    contentType
    size
    url
    createdAt
    uploadedBy {
      kind
      id
      displayName
    }
  }
`);

export interface AttachmentLineProps {
  attachment: FragmentType<typeof AttachmentFields>;
  /** Whether the task is open; files of a closed one cannot be deleted. */
  open: boolean;
  onDeleted: () => void;
}

/** One file; who attached it, and tenant admins, may delete it. */
export function AttachmentLine({ attachment, open, onDeleted }: AttachmentLineProps) {
  const { name, contentType, size, url, createdAt, uploadedBy } = readFragment(AttachmentFields, attachment);
  const viewer = useViewer();
  const [asking, setAsking] = useState(false);
  const mine = uploadedBy.kind === 'USER' && uploadedBy.id === viewer.id;
  return (
    <li className={classes.file}>
      <IconFile size={17} stroke={1.6} aria-hidden className={classes.sign} />
      <div className={classes.what}>
        <Anchor href={url} download={name} size="sm" className={classes.name}>
          {name}
        </Anchor>
        <Text size="xs" c="dimmed">
          {readableSize(size)} · {contentType} · {uploadedBy.displayName} · <TimeText at={createdAt} />
        </Text>
      </div>
      {open && (mine || isAdmin(viewer)) && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Delete ${name}`}
          onClick={() => setAsking(true)}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      )}
      {asking && (
        <DeleteDialog name={name} url={url} onClose={() => setAsking(false)} onDeleted={onDeleted} />
      )}
    </li>
  );
}

interface DeleteDialogProps {
  name: string;
  url: string;
  onClose: () => void;
  onDeleted: () => void;
}

function DeleteDialog({ name, url, onClose, onDeleted }: DeleteDialogProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const confirm = async (): Promise<void> => {
    setBusy(true);
    try {
      await deleteAttachment(url);
      announce(`${name} is deleted.`);
      onClose();
      onDeleted();
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : 'The file could not be deleted.');
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title="Delete the file?"
      size="sm"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Text size="sm">“{name}” is deleted for everybody, and this can’t be undone.</Text>
      {error && (
        <Text size="sm" c="red" mt="sm" role="alert">
          {error}
        </Text>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" data-autofocus onClick={onClose}>
          Keep it
        </Button>
        <Button color="red" loading={busy} onClick={() => void confirm()}>
          Delete
        </Button>
      </Group>
    </Modal>
  );
}
