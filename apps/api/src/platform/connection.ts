import { ArgsType, Field, Int, ObjectType } from 'type-graphql'
import { Max, Min, MaxLength, IsOptional } from 'class-validator'
import { BadInput } from './errors.ts'

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
  @Field(() => String, { nullable: true, description: 'Give it as `after` to get the rows that follow.' }) endCursor?: string
}

/** The keys of the last row of a page, as one opaque text. */
export const toCursor = (keys: (string | number | null)[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url')

/** @throws BadInput when the text is not a cursor of ours with that many keys. */
export function fromCursor(cursor: string, keyCount: number): (string | number | null)[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const plain = (key: unknown) => key === null || typeof key === 'string' || typeof key === 'number'
    if (Array.isArray(keys) && keys.length === keyCount && keys.every(plain)) return keys
  } catch {
    // falls through to the error below
  }
  throw new BadInput([{ field: 'after', code: 'notACursor' }])
}

/** Cuts one row more than asked into a page: `rows` holds at most `first`, the rest tells that more follow. */
export function pageOf<T>(rows: T[], first: number, keysOf: (row: T) => (string | number | null)[]): { nodes: T[]; pageInfo: PageInfo } {
  const nodes = rows.slice(0, first)
  const last = nodes.at(-1)
  return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor: last && toCursor(keysOf(last)) } }
}
