import type { MethodVersionData } from '../method-data.ts'
import { method2017 } from './method-2017.ts'
import { method2018 } from './method-2018.ts'

/** Oldest first. */
export const methodVersions: MethodVersionData[] = [method2017, method2018]
