export interface Config {
  privateExposure?: {
    decisions?: {
      /**
       * Whether a person must say why. The back end reads it too, and refuses a decision that lacks a reason.
       * @default true
       * @visibility frontend
       */
      reasonRequired?: boolean;
    };
  };
}
