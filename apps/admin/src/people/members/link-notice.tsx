import { Alert, Button, Group, TextInput } from '@mantine/core';
import type { InvitePersonMutation } from '../../generated/graphql';
import { copyText } from '../../interface/copy-text';
import { TimeText } from '../../time/time-text';

export interface LinkNoticeProps {
  invitation: InvitePersonMutation['invitePerson'];
  email: string;
  onClose: () => void;
}

/** What became of an invitation: that it was mailed, or the link to hand on, which is shown this once. */
export function LinkNotice({ invitation: { link, expiresAt }, email, onClose }: LinkNoticeProps) {
  return (
    <Alert
      mt="md"
      role="status"
      title={link ? `Give this link to ${email}` : `The invitation to ${email} is on its way`}
      withCloseButton
      closeButtonLabel="Close"
      onClose={onClose}
    >
      It works once, and ends <TimeText at={expiresAt} />.
      {link && (
        <Group mt="sm" align="end">
          <TextInput label="Link" readOnly value={link} style={{ flex: 1, minWidth: 0 }} />
          <Button variant="default" onClick={() => void copyText(link)}>
            Copy
          </Button>
        </Group>
      )}
    </Alert>
  );
}
