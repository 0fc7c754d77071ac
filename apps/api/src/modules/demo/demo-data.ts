import type { TriText } from '../../platform/tri-text.ts'
import type { ProjectTerritory } from '../programme/programme-data.ts'

/** One demo pilot; everything about it is invented. */
export interface DemoPilotData {
  name: string
  partner: string
  platform: 'A' | 'B' | 'C'
  territory: ProjectTerritory
  /** Code of the territory of its seat (arrondissement level where we have it). */
  seat: string
  legalForm: string
  /** BCE number (BE) or SIRET (FR) with valid check digits. */
  identifier: string
  nace: string
  sizeBand: 'upTo4' | '5to9' | '10to49' | '50to249' | '250plus'
  city: string
  website?: string
  route: 'full' | 'light'
  methodVersion: '2017' | '2018'
  startedOn: string
  /** Where it stands: the step it works on, or closed. */
  at: { phase: 1 | 2 | 3; step: string } | 'closed'
  /** Days since the last activity at the demo's "today" — some are stalled on purpose. */
  quietDays: number
  sharing: 'private' | 'federation' | 'platform' | 'crossBorder'
  /** The evaluation question, once there is one, in its source language, and others where given. */
  question?: {
    language: 'fr' | 'nl'
    text: string
    type: string
    purposes: string[]
    domains: string[]
    methods: string[]
  }
}

/** The answers of one step of a worked enterprise: field key to value (list items are objects). */
export type WorkedAnswers = Record<string, string | string[] | number | Record<string, string | string[]>[]>

/** One of the three worked enterprises of the demo, whole. */
export interface WorkedEnterpriseData extends DemoPilotData {
  code: 'textura' | 'marelle' | 'korenbloem'
  description: TriText
  questionTexts: TriText
  /** Step code to its artefact. */
  steps: Record<string, WorkedAnswers>
  comments: { step: string; by: 'coach' | 'manager' | 'contributor'; text: string; on: string }[]
  sessions: { heldOn: string; minutes: number; notes: string; nextActions: string }[]
  gates: { gate: 'G1' | 'G2' | 'G3'; outcome: string; on: string; remarks?: string }[]
}
