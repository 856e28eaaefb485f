import { Injectable } from '@nestjs/common';
import { SignInSteps } from '../auth/sign-in-steps.store';
import type { RoundTrip } from './round-trip';
import { SsoStepExpiredError } from './sso.errors';

/** Round trips that have begun, for fifteen minutes. Any gateway may get the answer, once, from the same browser. */
@Injectable()
export class RoundTrips {
  constructor(private readonly steps: SignInSteps) {}

  /**
   * @param browser undefined where it is not known by whom the answer is brought
   * @returns the state by which the answer is told
   */
  async begin(tenantId: string, trip: RoundTrip, browser: string | undefined): Promise<string> {
    return this.steps.begin({ purpose: 'sso', tenantId, boundTo: browser, data: { ...trip } });
  }

  /** @throws SsoStepExpiredError also for the connection of another round trip */
  async take(state: string, connectionId: string, browser: string | undefined): Promise<RoundTrip> {
    const step = await this.steps.take(state, 'sso', browser);
    const trip = step?.data as RoundTrip | null | undefined;
    if (trip == null || trip.connectionId !== connectionId) throw new SsoStepExpiredError();
    return trip;
  }
}
