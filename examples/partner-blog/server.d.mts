// Types of the blog's server, for the tests.
export function startBlog(options: {
  network: string
  port: number
}): Promise<{ origin: string; close(): Promise<void> }>
