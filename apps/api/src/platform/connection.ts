import { ArgsType, Field, Int, ObjectType } from 'type-graphql'
import { Max, Min, MaxLength, IsOptional } from 'class-validator'
import { BadInput } from './errors.ts'
import { isId } from './id.ts'
import { isDay } from './scalars.ts'

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 25, description: 'Rows of the page, 1 to 100.' })
  @Min(1)
  @Max(100)
  first!: number

  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before.' })
  @IsOptional()
  @MaxLength(600)
  after?: string
}

@ObjectType({ description: 'Where a page of a longer list ends.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether rows follow.' }) hasNextPage!: boolean
  @Field(() => String, { nullable: true, description: 'Give it as `after` to get the rows that follow.' })
  endCursor?: string
}

/** The keys of the last row of a page, as one opaque text. */
export const toCursor = (keys: (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(keys)).toString('base64url')

/** What a key of a cursor is compared with, in PostgreSQL's words. */
export type KeyType = 'text' | 'int' | 'date' | 'timestamptz' | 'uuid'

/**
 * The keys of a cursor.
 * @throws BadInput when the text is not a cursor of ours with such keys, so that an invented one never reaches the database
 */
export function fromCursor(cursor: string, types: readonly KeyType[]): (string | number)[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(keys) && keys.length === types.length && types.every((type, index) => fits(keys[index], type)))
      return keys
  } catch {
    // falls through to the error below
  }
  throw new BadInput([{ field: 'after', code: 'notACursor' }])
}

function fits(key: unknown, type: KeyType): boolean {
  if (type === 'int') return /^-?\d{1,9}$/.test(String(key))
  if (typeof key !== 'string') return false
  if (type === 'uuid') return isId(key)
  if (type === 'text') return !key.includes('\0')
  return /^-?infinity$/.test(key) || (isDay(key.slice(0, 10)) && AFTER_DAY[type].test(key.slice(10)))
}

const AFTER_DAY = { date: /^$/, timestamptz: /^( ([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?[+-]\d\d(:\d\d)?)?$/ }

/** Cuts one row more than asked into a page: `rows` holds at most `first`, the rest tells that more follow. */
export function pageOf<T>(
  rows: T[],
  first: number,
  keysOf: (row: T) => (string | number | null)[],
): { nodes: T[]; pageInfo: PageInfo } {
  const nodes = rows.slice(0, first)
  const last = nodes.at(-1)
  return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor: last && toCursor(keysOf(last)) } }
}
