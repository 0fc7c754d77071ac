/** Being written. */
export async function exports(..._args: unknown[]): Promise<never> {
  throw new Error('being written')
}
