import { Button, Group, Modal } from '@mantine/core';
import { ErasureReceipt } from './erasure-receipt';

export interface ReceiptDialogProps {
  personId: string;
  onClose: () => void;
}

export function ReceiptDialog({ personId, onClose }: ReceiptDialogProps) {
  return (
    <Modal opened onClose={onClose} title="The erasure" closeButtonProps={{ 'aria-label': 'Close' }}>
      <ErasureReceipt personId={personId} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose} data-autofocus>
          Done
        </Button>
      </Group>
    </Modal>
  );
}
