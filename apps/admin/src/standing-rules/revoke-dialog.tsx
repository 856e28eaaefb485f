import { useApolloClient } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { announce } from '../interface/announcer';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { readApiError } from '../errors/api-error';
import { RevokeStandingRule } from './standing-rule-operations';

export interface RevokeDialogProps {
  ruleId: string;
  /** Such as "support-bot may use send_email". */
  what: string;
  onClose: () => void;
  onRevoked: () => void;
}

/** Asks first: a permission that is revoked can only be granted again with a new call. */
export function RevokeDialog({ ruleId, what, onClose, onRevoked }: RevokeDialogProps) {
  const apollo = useApolloClient();
  const revoke = async () => {
    try {
      await apollo.mutate({ mutation: RevokeStandingRule, variables: { input: { ruleId } } });
    } catch (error) {
      return readApiError(error);
    }
    announce('The permission is revoked.');
    onRevoked();
    return null;
  };
  return (
    <ConfirmDialog
      title="Revoke the permission?"
      confirm="Revoke"
      danger
      onClose={onClose}
      onConfirm={revoke}
    >
      <Text size="sm">
        “{what}” ends now. The next such call is asked about. It cannot be undone: it can be granted again
        only with a call that the agent asks about.
      </Text>
    </ConfirmDialog>
  );
}
