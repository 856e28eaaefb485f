import { NumberInput, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useGuardedMutation } from '../account/guarded-mutation';
import type { SignInSettingsPartsFragment } from '../generated/graphql';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { messagesOf } from '../settings/field-messages';
import { SaveBar } from '../settings/save-bar';
import { Section } from '../settings/section';
import { useEdit } from '../settings/use-edit';
import { useSave } from '../settings/use-save';
import { useViewer } from '../viewer/viewer';
import { SetSignInSettings } from './sign-in-settings-operations';

export interface SignInSettingsFormProps {
  settings: SignInSettingsPartsFragment;
  onSaved: () => void;
}

export function SignInSettingsForm({ settings, onSaved }: SignInSettingsFormProps) {
  const viewer = useViewer();
  const { ssoOnly, idleMinutes, longestHours } = settings;
  const edit = useEdit<{ ssoOnly: boolean; idleMinutes: number | string; longestHours: number | string }>({
    ssoOnly,
    idleMinutes,
    longestHours,
  });
  const save = useSave();
  const [asking, setAsking] = useState(false);
  const [set] = useGuardedMutation(SetSignInSettings);
  const said = messagesOf(save.refused);
  const { draft, change } = edit;
  const send = (): Promise<unknown> => {
    const numbers = { idleMinutes: Number(draft.idleMinutes), longestHours: Number(draft.longestHours) };
    // Whoever closes the door keeps a key to it.
    const breakGlassUserId = draft.ssoOnly && !ssoOnly ? viewer.id : (settings.breakGlassUserId ?? null);
    return set({ variables: { input: { ssoOnly: draft.ssoOnly, breakGlassUserId, ...numbers } } });
  };
  const submit = async (): Promise<void> => {
    if (!(await save.run(send, 'The sign-in settings are saved.'))) return;
    edit.discard();
    onSaved();
  };
  const discard = (): void => {
    save.forget();
    edit.discard();
  };
  return (
    <>
      <Section title="Sessions" description="They count at once, also for sessions that are open.">
        <Stack gap="md" maw={420}>
          <NumberInput
            label="Minutes without use"
            description="After them a session ends. A page that is only open does not count as use. 5 to 43,200."
            min={5}
            max={43_200}
            allowDecimal={false}
            value={draft.idleMinutes}
            onChange={(minutes) => change({ idleMinutes: minutes })}
            error={said('/idleMinutes')}
          />
          <NumberInput
            label="Longest time in hours"
            description="After it a session ends whatever is done. 1 to 2,160."
            min={1}
            max={2_160}
            allowDecimal={false}
            value={draft.longestHours}
            onChange={(hours) => change({ longestHours: hours })}
            error={said('/longestHours')}
          />
        </Stack>
      </Section>
      <Section
        title="Directory only"
        description="Passwords and passkeys then let nobody in but one owner, for the day on which the directory fails."
      >
        <Stack gap="sm">
          <Switch
            label="People sign in by the directory only"
            disabled={viewer.role !== 'owner'}
            checked={draft.ssoOnly}
            onChange={(event) => change({ ssoOnly: event.currentTarget.checked })}
            error={said('/breakGlassUserId')}
          />
          <Text size="sm" c="dimmed">
            {viewer.role === 'owner'
              ? 'You will be the owner who may sign in all the same; it is recorded whenever you do.'
              : 'Only an owner of the workspace changes this.'}
          </Text>
        </Stack>
      </Section>
      <SaveBar
        dirty={edit.dirty}
        save={save}
        onSave={() => (draft.ssoOnly && !ssoOnly ? setAsking(true) : void submit())}
        onDiscard={discard}
      />
      {asking && (
        <ConfirmDialog
          title="Let people in by the directory only?"
          confirm="Directory only"
          danger
          onClose={() => setAsking(false)}
          onConfirm={() => submit().then(() => null)}
        >
          <Text size="sm">
            Whoever is signed in by a password or a passkey is signed out at once, on all devices, and comes
            back by the directory. You stay signed in: you are the owner who may come in without it.
          </Text>
        </ConfirmDialog>
      )}
    </>
  );
}
