// What the build makes of the widgets (rollup.config.ts), found by the name that package.json gives it.
declare module '#served-widgets' {
  const widgets: {
    loader: string
    /** By name: the strong validator, and what the file says, in brotli and base64. */
    files: Record<string, { etag: string; br: string }>
  }
  export default widgets
}
