import { Switch, type SwitchProps, TextInput, type TextInputProps } from '@mantine/core';

/** What every connection is called by. */
export function NameField(props: TextInputProps) {
  return <TextInput label="Name" description="On the button: Continue with …" required {...props} />;
}

export function ProvisionsField(props: SwitchProps) {
  return <Switch label="Let people in who are not in the workspace yet" {...props} />;
}
