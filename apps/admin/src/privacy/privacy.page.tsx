import { SettingsLinks } from '../settings/settings-links';
import { SettingsPage } from '../settings/settings-page';
import { isAdmin, mayAudit, OnlyFor } from '../viewer/only-for';
import { useViewer } from '../viewer/viewer';
import { ErasureSection } from './erasure/erasure-section';
import { HoldsSection } from './holds/holds-section';
import { RetentionSection } from './retention/retention-section';

/** How long things are kept, what must not be erased, and who is forgotten. */
export function PrivacyPage() {
  const viewer = useViewer();
  return (
    <OnlyFor may={mayAudit}>
      <SettingsPage
        title="Privacy"
        intro="How long what was written is kept, what must not be erased, and people who are to be forgotten."
        links={<SettingsLinks />}
      >
        <RetentionSection />
        <HoldsSection />
        {isAdmin(viewer) && <ErasureSection />}
      </SettingsPage>
    </OnlyFor>
  );
}
