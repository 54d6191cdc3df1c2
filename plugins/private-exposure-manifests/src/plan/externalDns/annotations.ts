import { externalDnsCatalogue } from '../../catalogues/externalDns';
import { AnnotationName } from '../../catalogues/types';
import {
  AnnotationReader,
  createAnnotationReader,
} from '../createAnnotationReader';

/** Reads the annotations of external-dns. @internal */
export type ExternalDnsReader = AnnotationReader<
  AnnotationName<typeof externalDnsCatalogue>
>;

/** How a cluster's external-dns was started. @public */
export interface ExternalDnsContext {
  /** `--annotation-prefix`, with its `/`. Default: that of version 0.22 and later. */
  prefix?: string;
  /** `--domain-filter`: the domains that it may write to. Default: all. */
  domainFilters?: readonly string[];
}

/** Prefix of the annotations that a cluster's external-dns reads. @internal */
export const prefixOf = ({ prefix }: ExternalDnsContext): string =>
  prefix ?? externalDnsCatalogue.prefix;

/** Makes the reader for a cluster's prefix. @internal */
export function createExternalDnsReader(
  context: ExternalDnsContext,
): ExternalDnsReader {
  return createAnnotationReader(externalDnsCatalogue, prefixOf(context));
}
