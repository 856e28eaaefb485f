import { mayWork } from '../viewer/only-for';
import { useViewer } from '../viewer/viewer';
import { SettingsPage } from '../settings/settings-page';
import { AbsenceList } from './absence-list';

/** Everybody plans their own absences. */
export function OutOfOfficePage() {
  const viewer = useViewer();
  const { id, displayName } = viewer;
  return (
    <SettingsPage
      title="Out of office"
      intro="While you are away nobody waits for you: tasks that are meant for you go to your substitute, and your groups pass you over."
    >
      <AbsenceList
        user={{ id, displayName }}
        mayPlan={mayWork(viewer)}
        description="What you hold already stays with you. Forward or delegate it before you go."
      />
    </SettingsPage>
  );
}
