import type { FactValue } from '@postern/backstage-plugin-private-exposure-node';
import {
  listCertificates,
  type ListedCertificate,
} from '../inspection/listCertificates';
import { lookElsewhere, mapSeen } from '../inspection/look';
import type { Seen } from '../inspection/Seen';
import type { SurveyContext } from '../kinds/AwsKind';
import { parseArn } from '../mapping/arns';
import type { Recollection } from './Recollection';

/** A certificate as a survey knows it. @internal */
export interface SurveyedCertificate {
  /** Its ARN. */
  arn: string;
  /** What the listing tells of it; `null` if it is not in it, `undefined` if nobody knows. */
  listed: ListedCertificate['details'] | null | undefined;
}

/**
 * What a survey knows of the certificates of a scope, listed when the first is asked for.
 *
 * @internal
 */
export class CertificateLookups {
  readonly #context: SurveyContext;
  readonly #recollection: Recollection;
  #listed: Promise<Seen<ReadonlyMap<string, ListedCertificate>>> | undefined;

  /** Makes no call. */
  constructor(context: SurveyContext, recollection: Recollection) {
    this.#context = context;
    this.#recollection = recollection;
  }

  /** Certificates by ARN. One of IAM's, or of a region that is not the scope's, is not looked up. */
  async of(arns: readonly string[]): Promise<SurveyedCertificate[]> {
    const { scope, signal } = this.#context;
    const own = [...new Set(arns)].filter(arn => {
      const parts = parseArn(arn);
      return parts?.service === 'acm' && parts.region === scope.region;
    });
    if (own.length === 0) return [];
    // What cannot be listed, the inspections say.
    this.#listed ??= lookElsewhere({ accountId: scope.accountId, signal }, () =>
      listCertificates(this.#context, this.#context),
    );
    const all = await this.#listed;
    return own.map(arn => ({
      arn,
      listed: this.#recollection.recall(
        `certificate ${arn}`,
        mapSeen(all, known => known.get(arn)?.details ?? null),
      ),
    }));
  }
}

/**
 * What is known of certificates, for people.
 *
 * @internal
 */
export function certificateFacts(
  certificates: readonly SurveyedCertificate[],
): Record<string, FactValue> {
  const known = certificates.flatMap(({ listed }) => listed ?? []);
  return {
    'Certificate state': known.map(({ status }) => status),
    'Certificate good until': known.flatMap(
      ({ notAfter }) => notAfter?.toISOString() ?? [],
    ),
  };
}

/**
 * What changes with certificates.
 *
 * @internal
 */
export function certificateVersions(
  certificates: readonly SurveyedCertificate[],
): string[] {
  return certificates.flatMap(({ arn, listed }) => {
    if (listed === undefined) return [];
    if (listed === null) return [`${arn} not listed`];
    const { status, notAfter, renewsItself, names } = listed;
    const until = notAfter?.toISOString();
    return [[arn, status, until, renewsItself, ...[...names].sort()].join(' ')];
  });
}
