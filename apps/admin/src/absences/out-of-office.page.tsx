import { useViewer } from '../viewer/viewer';
import { SettingsPage } from '../settings/settings-page';
import { AbsenceList } from './absence-list';

/** Everybody plans their own absences. */
export function OutOfOfficePage() {
  const { id, displayName } = useViewer();
  return (
    <SettingsPage
      title="Out of office"
      intro="While you are away nobody waits for you: tasks that are meant for you go to your substitute, and your groups pass you over."
    >
      <AbsenceList
        user={{ id, displayName }}
        mayPlan
        description="What you hold already stays with you. Forward or delegate it before you go."
      />
    </SettingsPage>
  );
}
