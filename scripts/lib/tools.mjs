import path from 'node:path'
import { root } from './project.mjs'

const onWindows = process.platform === 'win32'

export const npm = onWindows ? 'npm.cmd' : 'npm'

/** A program that the project's own packages brought; never one fetched from the registry on the way. */
export const tool = (name) => path.join(root, 'node_modules', '.bin', onWindows ? `${name}.cmd` : name)

/** The surroundings of everything we start: nothing phones home. */
export const quietEnv = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  DO_NOT_TRACK: '1',
  NPM_CONFIG_UPDATE_NOTIFIER: 'false',
}

/** Turbo's arguments for tasks whose output only matters when they fail. */
export const turboRun = (...tasks) => ['run', ...tasks, '--ui=stream', '--output-logs=errors-only']

/** How long something took, for people. */
export function duration(since) {
  const seconds = (Date.now() - since) / 1000
  return seconds < 60 ? `${seconds.toFixed(1)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}
