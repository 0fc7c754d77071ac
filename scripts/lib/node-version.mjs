const oldest = [20, 19]

/** Says why this version of Node is too old, or nothing when it is not. */
export function reasonToRefuseNode(version) {
  const [major, minor] = version.split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return undefined
  return `VISES needs Node ${oldest.join('.')} or newer, and this is Node ${version}. Get a newer one from https://nodejs.org.`
}
