/**
 * Measures what the product promises about its cost. `npm run bench` runs it.
 *
 * @packageDocumentation
 */
export {};
