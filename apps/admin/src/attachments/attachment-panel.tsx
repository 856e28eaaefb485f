import { Button, FileButton, Group, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../generated';
import panel from '../interface/panel.module.css';
import { mayWork } from '../viewer/only-for';
import { useViewer } from '../viewer/viewer';
import { AttachmentLine } from './attachment-line';
import classes from './attachments.module.css';
import { UploadLines } from './upload-lines';
import { useUploads } from './use-uploads';

const AttachmentsFields = graphql(`
  fragment Attachments on Task {
    id
    closedAt
    attachments {
      id
      ...Attachment
    }
  }
`);

export interface AttachmentPanelProps {
  task: FragmentType<typeof AttachmentsFields>;
  onReread: () => void;
}

/** Files beside the task: to download, to add by button or by dropping them, and to delete one's own. */
export function AttachmentPanel({ task: masked, onReread }: AttachmentPanelProps) {
  const { id, closedAt, attachments } = readFragment(AttachmentsFields, masked);
  const uploads = useUploads(id, onReread);
  const [over, setOver] = useState(false);
  const viewer = useViewer();
  const open = !closedAt && mayWork(viewer);
  if (!open && attachments.length === 0) return null;

  const drag = (event: DragEvent, isOver: boolean): void => {
    if (!open || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(isOver);
  };
  const drop = (event: DragEvent): void => {
    drag(event, false);
    if (open) uploads.add([...event.dataTransfer.files]);
  };
  return (
    <section
      className={`panel ${panel.panel} ${classes.panel}`}
      aria-labelledby="attachments-heading"
      data-over={over || undefined}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={drop}
    >
      <h2 id="attachments-heading" className={panel.heading}>
        Attachments
      </h2>
      {attachments.length === 0 && uploads.lines.length === 0 && (
        <Text size="sm" c="dimmed">
          No file is attached.
        </Text>
      )}
      <ul className={classes.files} aria-label="Files">
        {attachments.map((attachment) => (
          <AttachmentLine key={attachment.id} attachment={attachment} open={open} onDeleted={onReread} />
        ))}
      </ul>
      <UploadLines uploads={uploads} />
      {open && (
        <Group mt="sm" gap="sm">
          <FileButton multiple onChange={uploads.add} inputProps={{ 'aria-label': 'Files to attach' }}>
            {(props) => (
              <Button
                {...props}
                variant="default"
                size="xs"
                leftSection={<IconPaperclip size={15} aria-hidden />}
              >
                Attach files
              </Button>
            )}
          </FileButton>
          <Text size="xs" c="dimmed" visibleFrom="sm">
            or drop them here, up to 25 MB each
          </Text>
        </Group>
      )}
    </section>
  );
}
