import Holidays from 'date-holidays';
import type { HolidayPlace } from './business-calendar';

/** Where somebody can have holidays: its code and its name. */
export interface HolidayPlaceName {
  code: string;
  name: string;
}

/** The countries, or the states of a country, or the regions of a state, that have holidays of their own. */
export function holidayPlaces({ country, state }: Partial<HolidayPlace>): HolidayPlaceName[] {
  const all = new Holidays();
  const named = (): Record<string, string> | undefined => {
    if (country === undefined) return all.getCountries('en');
    return state === undefined ? all.getStates(country, 'en') : all.getRegions(country, state, 'en');
  };
  return Object.entries(named() ?? {}).map(([code, name]) => ({ code, name }));
}

/** Countries whose own list fits none of their nations or states: it has days that some of them do not observe, and lacks others. */
export const NEED_STATE: ReadonlySet<string> = new Set(['AU', 'GB', 'MY', 'SO']);

/** As somebody typed it. */
export interface GivenPlace {
  country: string;
  state?: string | null | undefined;
  region?: string | null | undefined;
}

/** With the codes as the library writes them, or what is wrong with it. */
export function canonicalPlace(place: GivenPlace): HolidayPlace | { path: string[]; message: string } {
  const country = knownCode({}, place.country);
  if (country === undefined)
    return { path: ['country'], message: `no holidays are known of "${place.country}"` };
  if (place.state == null) {
    if (NEED_STATE.has(country))
      return { path: ['state'], message: 'has holidays of its own in each part of the country: choose one' };
    return place.region == null ? { country } : { path: ['region'], message: 'needs a state' };
  }
  const state = knownCode({ country }, place.state);
  if (state === undefined) return { path: ['state'], message: `${country} has no state "${place.state}"` };
  if (place.region == null) return { country, state };
  const region = knownCode({ country, state }, place.region);
  if (region === undefined) return { path: ['region'], message: `${state} has no region "${place.region}"` };
  return { country, state, region };
}

function knownCode(within: Partial<HolidayPlace>, given: string): string | undefined {
  return holidayPlaces(within).find(({ code: known }) => known.toLowerCase() === given.toLowerCase())?.code;
}
