import { ScopedRecord } from './types';

/** The states of a certificate, in ACM's words. @public */
export type CertificateState =
  | 'PENDING_VALIDATION'
  | 'ISSUED'
  | 'INACTIVE'
  | 'EXPIRED'
  | 'VALIDATION_TIMED_OUT'
  | 'REVOKED'
  | 'FAILED';

/** How one name of a certificate is proved. @public */
export interface CertificateValidation {
  domainName: string;
  /** The CNAME that must stand in the DNS; none of an imported certificate. */
  recordName: string;
  recordValue: string;
  state: 'PENDING_VALIDATION' | 'SUCCESS' | 'FAILED';
}

/** A certificate of ACM; `id` is its ARN. @public */
export interface Certificate extends ScopedRecord {
  domainName: string;
  /** All names, the first one included. */
  alternativeNames: string[];
  type: 'AMAZON_ISSUED' | 'IMPORTED';
  /** As set; whether it has expired since is told by `Certificates.stateOf`. */
  state: CertificateState;
  validations: CertificateValidation[];
  issuedAt?: number;
  notBefore?: number;
  notAfter?: number;
  keyAlgorithm: string;
}
