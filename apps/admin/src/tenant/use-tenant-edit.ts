import { useMutation } from '@apollo/client/react';
import { ChainStepFields } from '../chain/chain-fields';
import { type StepDraft, toDraft, toInput } from '../chain/step-draft';
import { readFragment } from '../generated';
import type { SelfApprovalPolicy, TenantSettingsFragment } from '../generated/graphql';
import { type Duration, toDuration, toMilliseconds } from '../settings/durations';
import { type Edit, useEdit } from '../settings/use-edit';
import { type Save, useSave } from '../settings/use-save';
import {
  SetDefaultCalendar,
  SetDefaultEscalationChain,
  SetDefaultTimeToLive,
  SetSelfApproval,
} from './tenant-operations';

interface TenantDraft {
  timeToLive: Duration;
  calendarKey: string | null;
  chain: StepDraft[] | null;
  selfApproval: SelfApprovalPolicy;
}

export interface TenantEdit {
  edit: Edit<TenantDraft>;
  save: Save;
  submit: () => Promise<void>;
}

/** The defaults of the tenant while somebody changes them; what did not change is not sent. */
export function useTenantEdit(settings: TenantSettingsFragment, onSaved: () => void): TenantEdit {
  const saved = toTenantDraft(settings);
  const edit = useEdit(saved);
  const save = useSave();
  const [setLife] = useMutation(SetDefaultTimeToLive);
  const [setCalendar] = useMutation(SetDefaultCalendar);
  const [setPolicy] = useMutation(SetSelfApproval);
  const [setChain] = useMutation(SetDefaultEscalationChain);

  const send = async (): Promise<void> => {
    const { timeToLive, calendarKey, chain, selfApproval } = edit.draft;
    const milliseconds = toMilliseconds(timeToLive);
    // The chain goes first: the server may refuse it, and then nothing is half saved.
    if (JSON.stringify(chain) !== JSON.stringify(saved.chain)) {
      await setChain({ variables: { input: { chain: chain?.map(toInput) } } });
    }
    if (milliseconds !== toMilliseconds(saved.timeToLive)) {
      await setLife({ variables: { input: { milliseconds } } });
    }
    if (calendarKey !== saved.calendarKey) {
      await setCalendar({ variables: { input: { key: calendarKey } } });
    }
    if (selfApproval !== saved.selfApproval) {
      await setPolicy({ variables: { input: { policy: selfApproval } } });
    }
  };
  const submit = async (): Promise<void> => {
    if (!(await save.run(send, 'The workspace settings are saved.'))) return;
    edit.discard();
    onSaved();
  };
  const discard = (): void => {
    save.forget();
    edit.discard();
  };
  return { edit: { ...edit, discard }, save, submit };
}

function toTenantDraft(settings: TenantSettingsFragment): TenantDraft {
  const { timeToLiveMs, calendarKey, escalationChain, selfApproval } = settings;
  const none: Duration = { amount: '', unit: 'days' };
  return {
    timeToLive: timeToLiveMs == null ? none : toDuration(timeToLiveMs),
    calendarKey: calendarKey ?? null,
    chain: escalationChain ? readFragment(ChainStepFields, escalationChain).map(toDraft) : null,
    selfApproval,
  };
}
