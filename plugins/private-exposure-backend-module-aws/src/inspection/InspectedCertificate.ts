import type { Seen } from './Seen';

/** What the rules about certificates read, whatever answers with these. @internal */
export interface WithCertificates {
  /** The certificates on the path. */
  certificates: readonly InspectedCertificate[];
}

/** A certificate on the path. @internal */
export interface InspectedCertificate {
  /** Its ARN. */
  arn: string;
  /** What it is; `undefined` if it does not exist. */
  details: Seen<CertificateDetails | undefined>;
}

/** A certificate as Certificate Manager describes it. @internal */
export interface CertificateDetails {
  /** The name that it was made for. */
  domainName: string;
  /** Every name that it is good for; one that begins with `*.` stands for one label. */
  names: string[];
  /** `ISSUED`, `PENDING_VALIDATION`, `EXPIRED`, … */
  status: string;
  /** After this moment nobody trusts it. */
  notAfter?: Date;
  /** Whether Certificate Manager renews it by itself. */
  renewsItself: boolean;
  /** How its renewal goes, in AWS's words. */
  renewalStatus?: string;
}
