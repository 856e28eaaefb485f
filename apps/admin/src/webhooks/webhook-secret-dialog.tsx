import { SecretDialog } from '../settings/secret-dialog';

/** The new secret of an endpoint, this once. */
export function WebhookSecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  return (
    <SecretDialog title="The new secret" label="Secret" secret={secret} onClose={onClose}>
      Your program checks by it that a request is from Orkestra. This is the only time that you see it: if it
      is lost, rotate it.
    </SecretDialog>
  );
}
