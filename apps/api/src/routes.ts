import { cohortRoutes } from './modules/cohort/export.routes.ts'
import { answerImportRoutes } from './modules/collection/answer-import/answer-import.routes.ts'
import { collectionRoutes } from './modules/collection/collection.routes.ts'
import { paperRoutes } from './modules/collection/paper/paper.routes.ts'
import { staffFileRoutes } from './modules/collection/staff-files.routes.ts'
import { importRoutes } from './modules/import/import.routes.ts'
import { comparisonRoutes } from './modules/comparison/comparison.routes.ts'
import { siteRoutes } from './modules/demo/site.routes.ts'
import { programmeRoutes } from './modules/programme/programme.routes.ts'
import { mediaRoutes } from './modules/questionnaire/media.routes.ts'
import { translationRoutes } from './modules/questionnaire/translation.routes.ts'
import { workbookRoutes } from './modules/questionnaire/workbook.routes.ts'
import { resultRoutes } from './modules/result/result.routes.ts'
import { sharingRoutes } from './modules/sharing/sharing.routes.ts'
import type { RouteRegistrar } from './platform/http.ts'

/** The HTTP routes of the modules: files in and out. A module with routes adds its registrar. */
export const routes: RouteRegistrar[] = [
  siteRoutes,
  programmeRoutes,
  sharingRoutes,
  comparisonRoutes,
  cohortRoutes,
  importRoutes,
  collectionRoutes,
  answerImportRoutes,
  staffFileRoutes,
  paperRoutes,
  workbookRoutes,
  translationRoutes,
  mediaRoutes,
  resultRoutes,
]
