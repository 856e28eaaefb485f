import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { SignInStep } from './auth-api';
import { safeReturnPath } from './return-path';
import { SecondFactorForm } from './second-factor-form';
import { SignInForm } from './sign-in-form';
import { SignInFrame } from './sign-in-frame';
import { FailureAlert } from './failure-alert';
import { ssoFailureWords } from './sso-failure.words';

/** Afterwards it leads back to where the person wanted to go. */
export function SignInPage() {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [step, setStep] = useState<SignInStep | null>(null);
  const onStep = (next: SignInStep): void => {
    if ('signedIn' in next) void navigate(safeReturnPath(params.get('next')), { replace: true });
    else setStep(next);
  };
  if (step !== null && 'ticket' in step) {
    return (
      <SignInFrame title="Prove it is you" intro="The password is right. One more step.">
        <SecondFactorForm step={step} onStep={onStep} onBack={() => setStep(null)} />
      </SignInFrame>
    );
  }
  const expired = params.get('ended') === '1';
  return (
    <SignInFrame
      title="Sign in"
      intro={
        expired
          ? 'Your session has ended. Sign in to continue where you were.'
          : 'Use the account of your workspace.'
      }
    >
      <FailureAlert>{ssoFailureWords(params.get('sso_error'), params.get('ref'))}</FailureAlert>
      <SignInForm onStep={onStep} returnTo={safeReturnPath(params.get('next'))} />
    </SignInFrame>
  );
}
