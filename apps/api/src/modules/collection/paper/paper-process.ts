import { beParser } from '../../../platform/workbook/be-parser.ts'
import { renderPaper } from './render-paper.ts'

await beParser(renderPaper)
