import { beParser } from '../../platform/workbook/be-parser.ts'
import { tableInBatches } from './read-table.ts'

await beParser(tableInBatches)
