import { useMutation } from '@apollo/client/react';
import { Autocomplete, ColorInput, Stack, TextInput } from '@mantine/core';
import type { WorkspaceFragment } from '../generated/graphql';
import { messagesOf } from '../settings/field-messages';
import { SaveBar } from '../settings/save-bar';
import { Section } from '../settings/section';
import { useEdit } from '../settings/use-edit';
import { useSave } from '../settings/use-save';
import { Viewer } from '../viewer/viewer';
import { UpdateWorkspace } from './workspace-operations';

const SWATCHES = ['#0f766e', '#1d4ed8', '#7c3aed', '#be123c', '#b45309', '#374151'];

/** What the workspace is called, and how it speaks and looks. */
export function IdentityForm({ workspace }: { workspace: WorkspaceFragment }) {
  const { name, locale, timeZone, accentColor } = workspace;
  const saved = { name, locale: locale ?? '', timeZone: timeZone ?? '', accentColor: accentColor ?? '' };
  const edit = useEdit(saved);
  const save = useSave();
  const [update] = useMutation(UpdateWorkspace, { refetchQueries: [Viewer] });
  const { draft, change } = edit;
  const at = messagesOf(save.refused);
  const submit = async (): Promise<void> => {
    const orNull = (text: string) => text.trim() || null;
    const input = {
      name: draft.name,
      locale: orNull(draft.locale),
      timeZone: orNull(draft.timeZone),
      accentColor: orNull(draft.accentColor),
    };
    if (await save.run(() => update({ variables: { input } }), 'The workspace is saved.')) edit.discard();
  };
  const discard = (): void => {
    save.forget();
    edit.discard();
  };
  return (
    <Section
      title="Identity"
      description={`Its people sign in to “${workspace.slug}”, which does not change.`}
    >
      <Stack gap="sm" maw={420}>
        <TextInput
          label="Name of the workspace"
          value={draft.name}
          maxLength={100}
          onChange={(event) => change({ name: event.currentTarget.value })}
          error={at('/name')}
        />
        <Autocomplete
          label="Language"
          description="Such as de or en-GB. Empty: that of each browser."
          data={['en', 'en-GB', 'de', 'fr', 'es', 'it', 'ja']}
          value={draft.locale}
          onChange={(value) => change({ locale: value })}
          error={at('/locale')}
        />
        <Autocomplete
          label="Time zone"
          description="Such as Europe/Berlin. Empty: that of each browser."
          data={Intl.supportedValuesOf('timeZone')}
          limit={20}
          value={draft.timeZone}
          onChange={(value) => change({ timeZone: value })}
          error={at('/timeZone')}
        />
        <ColorInput
          label="Colour"
          description="Stands at the top of every page. Empty: none."
          format="hex"
          swatches={SWATCHES}
          eyeDropperButtonProps={{ 'aria-label': 'Pick a colour from the screen' }}
          value={draft.accentColor}
          onChange={(value) => change({ accentColor: value })}
          error={at('/accentColor')}
        />
      </Stack>
      <SaveBar
        dirty={edit.dirty}
        save={save}
        onSave={() => void submit()}
        onDiscard={discard}
        label="Save identity"
      />
    </Section>
  );
}
