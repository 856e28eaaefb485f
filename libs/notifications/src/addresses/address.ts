/** What a channel needs to reach one account or device, such as the id of a chat. */
export type AddressDetails = Readonly<Record<string, string>>;

/** Where a channel reaches a person. */
export interface ChannelAddress {
  id: string;
  /** What tells it from others of the channel. */
  key: string;
  details: AddressDetails;
}

/** An account or device as its person sees it. */
export interface AddressView {
  id: string;
  channel: string;
  label: string;
  connectedAt: Date;
}

export interface NewAddress {
  channel: string;
  /** Up to 500 characters. Where it would hold a secret: a digest. */
  key: string;
  /** What the person knows it by; up to 200 characters. */
  label: string;
  details: AddressDetails;
}

/** Whose an account is. */
export interface AddressOwner {
  tenantId: string;
  personId: string;
  addressId: string;
}
