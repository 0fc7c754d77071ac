import { beParser } from '../../platform/workbook/be-parser.ts'
import { parseWorkbook } from './workbook-import.ts'

await beParser(parseWorkbook)
