import { AwsFault, Certificate, CertificateState, World } from '../../world';
import { toTagList } from '../ec2/tags';
import { Call, Operation, operation } from '../server/Operation';
import { PageLimits, pageOf } from '../server/paging';
import { listVisible } from '../server/visible';
import { ValueOf } from '../wire/shapes';
import * as shapes from './shapes/certificateShapes';

const pageLimits: PageLimits = {
  parameter: 'MaxItems',
  minimum: 1,
  maximum: 1000,
  standard: 100,
  isCapped: false,
  badTokenCode: 'ValidationException',
  badSizeCode: 'ValidationException',
};

/** What ListCertificates shows unless the request asks for other keys. */
const STANDARD_KEYS = ['RSA_1024', 'RSA_2048'];

/** ACM puts so many names of a certificate into its listing. */
const LISTED_NAMES = 100;

function timesOf(one: Certificate) {
  const dateOf = (moment: number | undefined) =>
    moment === undefined ? undefined : new Date(moment);
  return {
    CreatedAt: new Date(one.createdAt),
    IssuedAt: one.type === 'IMPORTED' ? undefined : dateOf(one.issuedAt),
    ImportedAt: one.type === 'IMPORTED' ? dateOf(one.issuedAt) : undefined,
    NotBefore: dateOf(one.notBefore),
    NotAfter: dateOf(one.notAfter),
  };
}

function renewalOf({ certificates }: World, one: Certificate): string {
  const isRenewed =
    one.type === 'AMAZON_ISSUED' && certificates.usersOf(one.id).length > 0;
  return isRenewed ? 'ELIGIBLE' : 'INELIGIBLE';
}

function toSummary(
  { world }: Call,
  one: Certificate,
): ValueOf<typeof shapes.certificateSummary> {
  const names = one.alternativeNames;
  return {
    CertificateArn: one.id,
    DomainName: one.domainName,
    SubjectAlternativeNameSummaries: names.slice(0, LISTED_NAMES),
    HasAdditionalSubjectAlternativeNames: names.length > LISTED_NAMES,
    Status: world.certificates.stateOf(one),
    Type: one.type,
    KeyAlgorithm: one.keyAlgorithm,
    InUse: world.certificates.usersOf(one.id).length > 0,
    RenewalEligibility: renewalOf(world, one),
    ...timesOf(one),
  };
}

function toDetail(
  { world }: Call,
  one: Certificate,
): ValueOf<typeof shapes.certificateDetail> {
  return {
    CertificateArn: one.id,
    DomainName: one.domainName,
    SubjectAlternativeNames: one.alternativeNames,
    DomainValidationOptions: one.validations.map(validation => ({
      DomainName: validation.domainName,
      ValidationDomain: validation.domainName,
      ValidationStatus: validation.state,
      ResourceRecord: {
        Name: `${validation.recordName}.`,
        Type: 'CNAME',
        Value: `${validation.recordValue}.`,
      },
      ValidationMethod: 'DNS',
    })),
    Subject: `CN=${one.domainName}`,
    Issuer: one.type === 'IMPORTED' ? 'Sandbox' : 'Amazon',
    Status: world.certificates.stateOf(one),
    KeyAlgorithm: one.keyAlgorithm,
    SignatureAlgorithm: 'SHA256WITHRSA',
    InUseBy: world.certificates.usersOf(one.id),
    Type: one.type,
    RenewalEligibility: renewalOf(world, one),
    ...timesOf(one),
  };
}

function findCertificate(call: Call, arn: string | undefined): Certificate {
  if (!arn?.includes(':acm:')) {
    throw new AwsFault(
      'InvalidArnException',
      `The certificate ARN '${arn ?? ''}' is not valid`,
    );
  }
  return call.world.certificates.get(call.scope, arn);
}

const list = operation(
  'ListCertificates',
  {
    input: shapes.listCertificatesRequest,
    output: shapes.listCertificatesResponse,
  },
  (call, input) => {
    const { certificates } = call.world;
    const states = input.CertificateStatuses;
    const keys = input.Includes?.keyTypes ?? STANDARD_KEYS;
    const hasState = (state: CertificateState) =>
      !states?.length || states.includes(state);
    const found = listVisible(call, certificates.certificates).filter(
      one =>
        hasState(certificates.stateOf(one)) &&
        keys.includes(one.keyAlgorithm.replace('-', '_')),
    );
    const { records, nextToken } = pageOf(found, {
      size: input.MaxItems,
      token: input.NextToken,
      limits: pageLimits,
    });
    return {
      NextToken: nextToken,
      CertificateSummaryList: records.map(one => toSummary(call, one)),
    };
  },
);

const describe = operation(
  'DescribeCertificate',
  {
    input: shapes.describeCertificateRequest,
    output: shapes.describeCertificateResponse,
  },
  (call, input) => ({
    Certificate: toDetail(call, findCertificate(call, input.CertificateArn)),
  }),
);

const listTags = operation(
  'ListTagsForCertificate',
  {
    input: shapes.listTagsForCertificateRequest,
    output: shapes.listTagsForCertificateResponse,
  },
  (call, input) => ({
    Tags: toTagList(findCertificate(call, input.CertificateArn).tags),
  }),
);

/** Certificates. @internal */
export const certificateOperations: Operation[] = [list, describe, listTags];
