import { GeneratedFile } from '../builders/types';
import { PlanComparison } from '../describe/comparePlanRows';
import { PlanRow } from '../describe/planRows';
import { IntentIssue } from '../errors';
import { Finding } from '../linter/types';
import { ExposureRequest } from '../requests/ExposureRequest';

/** What a preview is made of. @public */
export interface PreviewSources<Request = ExposureRequest> {
  /** Reference of the entity, as the catalog writes it. */
  entityRef: string;
  /** Name of that entity. */
  entityName: string;
  /** Key of the tag that names the owner; `backstage-entity-ref` unless given. */
  ownerTag?: string;
  /** The cluster's name, and its profile as the configuration has it. */
  cluster: { name: string; profile: unknown };
  /** What was typed so far. */
  request: Request;
  /** Whether the Service or Gateway is in the manifest already and keeps its ports. */
  exists: boolean;
  /** The Service as the manifest has it, as YAML is read; left out where it is not known. */
  present?: unknown;
}

/** Where the repository may have the Service that an exposure is about. @public */
export interface ServicePlace {
  /** Path of the manifest inside the entity's folder. */
  path: string;
  name: string;
  namespace: string;
}

/** What would be written, and what would come of it. @public */
export interface ReadyPreview {
  type: 'ready';
  /** The manifest, or what is to be set in the existing one. */
  manifest: GeneratedFile;
  /** The manifest with the route at an entrance; `undefined` where there is none, or where it is the manifest itself. */
  route?: GeneratedFile;
  /**
   * What comes of the object that is shown where the manifest has it already: `changed` to be like this, `refused` unless
   * it is like this, or `extended` by the paths that it lacks.
   */
  ofExisting: 'changed' | 'refused' | 'extended';
  /** The infrastructure code; `undefined` where the template writes none, or it is not previewed. */
  infrastructure?: GeneratedFile;
  /** What the plan is about: the object that gets the load balancer; `undefined` where that is none of what is shown. */
  planOf?: 'Service' | 'Ingress';
  /** What that object becomes; empty for the forms of which that can't be told from here. */
  plan: readonly PlanRow[];
  /** What changes of a load balancer that the known Service has; `undefined` where it has none, or is not known. */
  comparison?: PlanComparison;
  /** Where the Service is, if it is there; `undefined` where nothing is compared with it. */
  service?: ServicePlace;
  findings: readonly Finding[];
}

/** What would come of what was typed so far. @public */
export type ExposurePreview =
  | {
      type: 'refused';
      /** What is wrong, by field of the intent; at least one. */
      issues: readonly IntentIssue[];
    }
  | ReadyPreview;
