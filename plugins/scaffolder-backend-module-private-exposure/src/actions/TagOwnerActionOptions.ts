import type { WriteFilesActionOptions } from './WriteFilesActionOptions';

/** What the actions that write tagged resources use. @public */
export interface TagOwnerActionOptions extends WriteFilesActionOptions {
  /** Key of the tag that names a resource's owner; `backstage-entity-ref` unless given. */
  ownerTag?: string;
}
