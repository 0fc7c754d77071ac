/** For the first field of a step that the person has just asked for: `<TextField ref={focusNow} …>`. */
export const focusNow = (element: HTMLElement | null): void => element?.focus()
