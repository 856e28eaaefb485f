import { Fact } from '../../interface/values/fact-list';
import { CopiedField } from './copied-field';

/** A fact that is to be entered at the provider, exactly. */
export function CopiedFact({ name, text }: { name: string; text: string }) {
  return (
    <Fact name={name}>
      <CopiedField label={name} text={text} />
    </Fact>
  );
}
