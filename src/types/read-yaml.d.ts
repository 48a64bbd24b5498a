declare module '*.yaml?read' {
  /** A scenario file as `readFile` of src/scenario/read.ts reads it, by the build. */
  const map: { readonly [key: string]: unknown };
  export default map;
}
declare module '*.yaml?raw' {
  const text: string;
  export default text;
}
