import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { authStep, SignInError, type SignInStep } from './auth-api';

type RequestOptions = Parameters<typeof startAuthentication>[0]['optionsJSON'];
type CreationOptions = Parameters<typeof startRegistration>[0]['optionsJSON'];

/** Browsers make passkeys for names, so that none can be used at an address such as 127.0.0.1. */
export function passkeysWork(): boolean {
  return browserSupportsWebAuthn() && !/^[\d.]+$|^\[/.test(window.location.hostname);
}

/** Signs in by passkey alone. @throws SignInError */
export async function signInByPasskey(): Promise<SignInStep> {
  const { ticket, options } = await authStep<{ ticket: string; options: RequestOptions }>(
    'passkey/options',
    {},
  );
  const response = await ask(() => startAuthentication({ optionsJSON: options }));
  return authStep('passkey', { ticket, response });
}

/** The passkey after the password. @throws SignInError */
export async function proveByPasskey(ticket: string): Promise<SignInStep> {
  const path = 'second-factor/passkey-options';
  const { options } = await authStep<{ options: RequestOptions }>(path, { ticket });
  const response = await ask(() => startAuthentication({ optionsJSON: options }));
  return authStep('second-factor/passkey', { ticket, response });
}

/** Makes a passkey in this browser or its devices. @throws SignInError */
export async function makePasskey(options: unknown): Promise<object> {
  return ask(() => startRegistration({ optionsJSON: options as CreationOptions }));
}

async function ask<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const known = error instanceof Error && error.name === 'InvalidStateError';
    throw new SignInError(
      known ? 'This device has a passkey for the account already.' : 'No passkey was used. Try again.',
    );
  }
}
