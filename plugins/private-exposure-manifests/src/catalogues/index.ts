export { awsInTreeCatalogue } from './awsInTree';
export { awsLbcServiceCatalogue } from './awsLbcService';
export {
  EXTERNAL_DNS_FORMER_PREFIX,
  externalDnsCatalogue,
} from './externalDns';
export type {
  AnnotationCatalogue,
  AnnotationSpec,
  AnnotationType,
} from './types';
