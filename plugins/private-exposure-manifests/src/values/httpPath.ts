import { patternText } from './text';

/**
 * A path of requests as every entrance reads it alike: letters, digits and `. _ ~ - /`, without `//`, `.` and `..` as
 * segments.
 *
 * @remarks
 * The Gateway API refuses those segments; ingress-nginx, with its strict check of path types, refuses other characters;
 * a condition of an Application Load Balancer takes 128 characters (Elastic Load Balancing API, PathPatternConfig).
 *
 * @public
 */
export const httpPathSchema = patternText({
  pattern: /^\/(?!.*\/\/)(?!(.*\/)?\.{1,2}(\/|$))[A-Za-z0-9._~/-]*$/,
  max: 128,
  expected: `a path such as '/api' (letters, digits and . _ ~ - /, at most 128)`,
});
