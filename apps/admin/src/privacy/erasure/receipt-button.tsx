import { Button } from '@mantine/core';
import { useState } from 'react';
import { ReceiptDialog } from './receipt-dialog';

/** Shows what became of an erasure. */
export function ReceiptButton({ personId }: { personId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="xs"
        variant="default"
        aria-label={`Receipt of the erasure of ${personId}`}
        onClick={() => setOpen(true)}
      >
        Receipt
      </Button>
      {open && <ReceiptDialog personId={personId} onClose={() => setOpen(false)} />}
    </>
  );
}
