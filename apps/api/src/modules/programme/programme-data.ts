import type { TriText } from '../../platform/tri-text.ts'
import type { SourceCode } from './data/sources.ts'

export type PartnerKind = 'federation' | 'research' | 'finance' | 'support'
export type PartnerFunding = 'funded' | 'associated'
/** The three territories of the project sheet, and Brussels for enterprises only. */
export type ProjectTerritory = 'FR' | 'WA' | 'VL' | 'BRU'

/** A row of the approved partner table. Amounts are euro cents; null for associated partners, never 0. */
export interface PartnerData {
  /** Stable short code, kebab-case: `concertes`, `cress`, `saw-b`, `atout-ei`. */
  code: string
  name: string
  fullName?: string
  territory: Exclude<ProjectTerritory, 'BRU'>
  kind: PartnerKind
  funding: PartnerFunding
  totalBudgetCents: number | null
  erdfCents: number | null
  lead?: boolean
}

export interface TestPlatformData {
  code: 'A' | 'B' | 'C'
  name: TriText
  purpose: TriText
  /** The size the sources give, a guideline: 10 to 15 enterprises. */
  guidelineSize: [number, number]
}

/** A meeting of the programme. `endsOn` is left out for one-day events. `precision` says how exact the date is. */
export interface AgendaEventData {
  code: string
  title: TriText
  startsOn: string
  precision: 'day' | 'month' | 'quarter'
  place?: string
  participants?: string
  description: TriText
  source: SourceCode
}

export interface NotebookData {
  code: string
  kind: 'notebook' | 'guide' | 'declaration' | 'projectSheet'
  title: TriText
  publishedOn: string
  precision: 'day' | 'month' | 'year'
  summary: TriText
  source: SourceCode
}

/** A published count with its date and source; counts that disagree stand side by side. */
export interface ProgrammeFactData {
  code: string
  /** What is counted. */
  subject: 'partners' | 'pilots' | 'platformSize' | 'budget' | 'erdf'
  value: string
  label: TriText
  /** How we read it. */
  reading: TriText
  statedOn: string
  precision: 'day' | 'month' | 'year'
  source: SourceCode
}

export interface ProgrammeData {
  code: string
  name: TriText
  funder: TriText
  number: string
  axis: TriText
  aidCategory: TriText
  startsOn: string
  endsOn: string
  sheetUpdatedOn: string
  fundingLine: TriText
  principles: TriText[]
  benefits: TriText[]
}

export interface TerritoryData {
  /** Our stable code: `BE`, `BE3`, `BE32`, `BE-52` style national codes for arrondissements, `FR-59`. */
  code: string
  level: 'country' | 'region' | 'province' | 'arrondissement'
  name: TriText
  parent?: string
  nuts?: string
  nis?: string
  insee?: string
  projectTerritory?: ProjectTerritory
}
