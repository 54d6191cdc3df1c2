import {
  bool,
  integer,
  listOf,
  structure,
  text,
  timestamp,
} from '../../wire/shapes';

/** Wire names of `Filters`. @internal */
export const filters = structure({
  extendedKeyUsage: listOf(text),
  keyUsage: listOf(text),
  keyTypes: listOf(text),
  exportOption: text,
  managedBy: text,
});

/** Wire names of `ListCertificatesRequest`. @internal */
export const listCertificatesRequest = structure({
  CertificateStatuses: listOf(text),
  Includes: filters,
  NextToken: text,
  MaxItems: integer,
  SortBy: text,
  SortOrder: text,
});

/** Wire names of `CertificateSummary`. @internal */
export const certificateSummary = structure({
  CertificateArn: text,
  DomainName: text,
  SubjectAlternativeNameSummaries: listOf(text),
  HasAdditionalSubjectAlternativeNames: bool,
  Status: text,
  Type: text,
  KeyAlgorithm: text,
  InUse: bool,
  RenewalEligibility: text,
  NotBefore: timestamp,
  NotAfter: timestamp,
  CreatedAt: timestamp,
  IssuedAt: timestamp,
  ImportedAt: timestamp,
});

/** Wire names of `ListCertificatesResponse`. @internal */
export const listCertificatesResponse = structure({
  NextToken: text,
  CertificateSummaryList: listOf(certificateSummary),
});

/** Wire names of `DescribeCertificateRequest`. @internal */
export const describeCertificateRequest = structure({
  CertificateArn: text,
});

/** Wire names of `ResourceRecord`. @internal */
export const resourceRecord = structure({
  Name: text,
  Type: text,
  Value: text,
});

/** Wire names of `DomainValidation`. @internal */
export const domainValidation = structure({
  DomainName: text,
  ValidationDomain: text,
  ValidationStatus: text,
  ResourceRecord: resourceRecord,
  ValidationMethod: text,
});

/** Wire names of `CertificateDetail`. @internal */
export const certificateDetail = structure({
  CertificateArn: text,
  DomainName: text,
  SubjectAlternativeNames: listOf(text),
  DomainValidationOptions: listOf(domainValidation),
  Serial: text,
  Subject: text,
  Issuer: text,
  CreatedAt: timestamp,
  IssuedAt: timestamp,
  ImportedAt: timestamp,
  Status: text,
  NotBefore: timestamp,
  NotAfter: timestamp,
  KeyAlgorithm: text,
  SignatureAlgorithm: text,
  InUseBy: listOf(text),
  Type: text,
  RenewalEligibility: text,
});

/** Wire names of `DescribeCertificateResponse`. @internal */
export const describeCertificateResponse = structure({
  Certificate: certificateDetail,
});

/** Wire names of `ListTagsForCertificateRequest`. @internal */
export const listTagsForCertificateRequest = structure({
  CertificateArn: text,
});

/** Wire names of `Tag`. @internal */
export const tag = structure({
  Key: text,
  Value: text,
});

/** Wire names of `ListTagsForCertificateResponse`. @internal */
export const listTagsForCertificateResponse = structure({
  Tags: listOf(tag),
});
