/** Works in one tab of the browser at a time: two that send at once would send a file twice, and with it another answer. */
export const alone = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request(name, work) : work()
