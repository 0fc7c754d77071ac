import type { RouteRegistrar } from './platform/http.ts'

/** The HTTP routes of the modules: files in and out. A module with routes adds its registrar. */
export const routes: RouteRegistrar[] = []
