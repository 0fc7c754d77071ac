import type { DemoPilotData, WorkedEnterpriseData } from '../demo-data.ts'
import { korenbloem } from './korenbloem.ts'
import { marelle } from './marelle.ts'
import { pilots } from './pilots.ts'
import { textura } from './textura.ts'

/** The three enterprises of the demo whose evaluation is filled in, one per platform. */
export const workedEnterprises: WorkedEnterpriseData[] = [textura, marelle, korenbloem]

/** All 56 pilots of the demo, the worked ones first. */
export const demoPilots: DemoPilotData[] = [...workedEnterprises, ...pilots]
