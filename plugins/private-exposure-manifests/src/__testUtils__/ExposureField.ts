import { AwsPrivateLinkExposureInput } from '../intents/exposure';

/** A field of an exposure whose text ends up in a file. */
export type ExposureField = [
  name: string,
  set: (text: string) => Partial<AwsPrivateLinkExposureInput>,
  /** A text that the field takes, and that stands nowhere else. */
  harmless: string,
];

/** Those whose text ends up in manifests and infrastructure code alike. */
export const fieldsOfBoth: readonly ExposureField[] = [
  ['entityRef', entityRef => ({ entityRef }), 'component:default/harmless'],
  ['ownerTag', ownerTag => ({ ownerTag }), 'harmless'],
];
