declare module 'seedrandom/lib/alea.js' {
  /** A stream of uniforms on [0, 1) from a seed; after Johannes Baagøe. */
  const alea: (seed: string) => () => number;
  export default alea;
}
