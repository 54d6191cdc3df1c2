import type {
  ConnectInstructions,
  Verdict,
} from '@postern/backstage-plugin-private-exposure-common';
import type {
  ConnectionRef,
  ExposureRef,
  Inspection,
  InspectionTarget,
  StateReader,
  SurveyedConnection,
  SurveyedExposure,
  SurveyPage,
} from '@postern/backstage-plugin-private-exposure-node';
import type { Looker } from '../clients/ScopeMemory';
import type {
  CallableScope,
  InspectionContext,
  OurAccounts,
} from '../inspection/InspectionContext';
import type { AwsKindName } from '../scopes';
import type { ServedLoadBalancers } from './ServedLoadBalancers';

/** What a call to one scope needs, whatever it is for. @internal */
export interface KindContext extends CallableScope {
  /** Reads the state words. */
  states: StateReader;
  /** Names of our own accounts, by id. */
  accountNames: ReadonlyMap<string, string>;
  /** Ends it early. */
  signal: AbortSignal;
}

/** What the kinds share while one scope is surveyed. What they list themselves is no older than the survey. @internal */
export interface SurveyContext extends KindContext, Looker, OurAccounts {
  /** The load balancers behind endpoint services: they are no exposures of their own. */
  served: ServedLoadBalancers;
}

/**
 * One kind of exposure: all that the provider does differently for it. A new kind is a new folder with one of these, and a
 * line in the table.
 *
 * @internal
 */
export interface AwsKind {
  /** Its name. */
  readonly name: AwsKindName;
  /** Whether a native id is one of its own. Looks at nothing but the id. */
  isNamedBy(nativeId: string): boolean;
  /** As in the provider's contract, for this kind alone. */
  survey(context: SurveyContext): AsyncGenerator<SurveyPage>;
  /** As in the provider's contract. */
  inspect(
    target: InspectionTarget,
    context: InspectionContext,
  ): Promise<Inspection>;
  /** As in the provider's contract. */
  describeConnecting(exposure: SurveyedExposure): ConnectInstructions;
  /** As in the provider's contract. */
  consoleUrl(nativeId: string): string | undefined;
  /** What only a kind has that consumers connect to. */
  readonly connections?: {
    /** As in the provider's contract. */
    read(
      ref: ConnectionRef,
      context: KindContext,
    ): Promise<SurveyedConnection | undefined>;
    /** As in the provider's contract. */
    decide(
      ref: ConnectionRef,
      verdict: Verdict,
      context: KindContext,
    ): Promise<void>;
    /** As in the provider's contract. */
    startDomainVerification(
      ref: ExposureRef,
      context: KindContext,
    ): Promise<void>;
  };
}
