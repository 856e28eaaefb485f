import { Button, Code, Group, Modal, Stack, Text } from '@mantine/core';
import { copyText } from '../interface/copy-text';

/** Shows new recovery codes, this once. */
export function RecoveryCodesDialog({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  return (
    <Modal
      opened
      onClose={onClose}
      title="Keep these recovery codes"
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack gap="md">
        <Text size="sm">
          They are shown this once. Each lets you in once when you have lost your second factor: keep them
          where you keep what matters.
        </Text>
        <Code block>{codes.join('\n')}</Code>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={() => void copyText(codes.join('\n'))}>
            Copy
          </Button>
          <Button onClick={onClose} data-autofocus>
            I have kept them
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
