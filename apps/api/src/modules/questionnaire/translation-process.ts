import { beParser } from '../../platform/workbook/be-parser.ts'
import { parseTranslation } from './translation-import.ts'

await beParser(parseTranslation)
