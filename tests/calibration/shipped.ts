/** Shipped scenarios, loaded as every program loads them. */
export { shippedScenario as shipped } from '../explain/simulated.ts';
