import { useMutation } from '@apollo/client/react';
import { ChainStepFields } from '../chain/chain-fields';
import { type StepDraft, toDraft, toInput } from '../chain/step-draft';
import { readFragment } from '../generated';
import type { AssignmentStrategy, GroupSettingsFragment } from '../generated/graphql';
import { type Edit, useEdit } from '../settings/use-edit';
import { type Save, useSave } from '../settings/use-save';
import { SetGroupCalendar, SetGroupEscalationChain, SetGroupStrategy } from './group-operations';

interface GroupDraft {
  strategy: AssignmentStrategy;
  calendarKey: string | null;
  chain: StepDraft[] | null;
}

export interface GroupEdit {
  edit: Edit<GroupDraft>;
  save: Save;
  submit: () => Promise<void>;
}

/** The settings of a group while somebody changes them; what did not change is not sent. */
export function useGroupEdit(settings: GroupSettingsFragment): GroupEdit {
  const saved = toGroupDraft(settings);
  const edit = useEdit(saved);
  const save = useSave();
  const [setStrategy] = useMutation(SetGroupStrategy);
  const [setCalendar] = useMutation(SetGroupCalendar);
  const [setChain] = useMutation(SetGroupEscalationChain);
  const group = settings.group.key;

  const send = async (): Promise<void> => {
    const { strategy, calendarKey, chain } = edit.draft;
    // The chain is the one that can be wrong: nothing else is saved before it.
    if (JSON.stringify(chain) !== JSON.stringify(saved.chain)) {
      await setChain({ variables: { input: { group, chain: chain?.map(toInput) } } });
    }
    if (strategy !== saved.strategy) await setStrategy({ variables: { input: { group, strategy } } });
    if (calendarKey !== saved.calendarKey)
      await setCalendar({ variables: { input: { group, calendarKey } } });
  };
  const submit = async (): Promise<void> => {
    if (await save.run(send, 'The settings of the group are saved.')) edit.discard();
  };
  const discard = (): void => {
    save.forget();
    edit.discard();
  };
  return { edit: { ...edit, discard }, save, submit };
}

function toGroupDraft({ strategy, calendarKey, escalationChain }: GroupSettingsFragment): GroupDraft {
  const chain = escalationChain ? readFragment(ChainStepFields, escalationChain).map(toDraft) : null;
  return { strategy, calendarKey: calendarKey ?? null, chain };
}
