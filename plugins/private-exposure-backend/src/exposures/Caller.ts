import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { AuditNote } from '../audit/audited';

/** Who calls. @internal */
export interface Caller {
  /** Of the person who reads. */
  credentials: BackstageCredentials;
  /** Told what the call turns out to be about. */
  note?: AuditNote;
}
