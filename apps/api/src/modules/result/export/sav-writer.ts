/**
 * The SPSS system file, as the PSPP developers' guide describes it: a header, one record per variable (strings wider than
 * 255 bytes as several segments), value labels, records of information, then the cases, byte-compressed.
 */

/** A variable of the file. */
export interface SavVariable {
  /** Up to 64 bytes, unique whatever the case. */
  name: string
  label: string
  /** 0: a number; else the bytes of a string, 1 to 32,767. */
  width: number
  /** How a number is shown. */
  format: 'number' | 'decimal' | 'date' | 'time' | 'dateTime'
  measure: 'nominal' | 'ordinal' | 'scale'
  values: { value: number; label: string }[]
  /** Up to three numbers that are no answer. */
  missing: number[]
}

export const LONGEST_STRING = 32_767
const SEGMENT = 255
const BIAS = 100
const SYSMIS = -Number.MAX_VALUE

/** Seconds from the epoch of SPSS, 14 October 1582, to that of Unix. */
const EPOCH = 12_219_379_200

/** A day, or a moment, as SPSS counts it; undefined when it is none. */
export function savSeconds(iso: string): number | undefined {
  const time = Date.parse(iso)
  return Number.isNaN(time) ? undefined : time / 1000 + EPOCH
}

/** Widths of the segments that a string is kept in. */
export function segmentsOf(width: number): number[] {
  if (width <= SEGMENT) return [width]
  const count = Math.ceil(width / 252)
  return [...Array.from({ length: count - 1 }, () => SEGMENT), width - (count - 1) * 252]
}

const elements = (width: number): number => (width === 0 ? 1 : Math.ceil(width / 8))

/** Everything before the cases. */
export function savHead(variables: readonly SavVariable[], cases: number, fileLabel: string, now: Date): Buffer {
  const out = new Bytes()
  const segments = variables.map(({ width }) => segmentsOf(width))
  const size = segments.flat().reduce((sum, width) => sum + elements(width), 0)
  out.text('$FL2', 4).text('@(#) SPSS DATA FILE VISES', 60)
  out.int(2, size, 1, 0, Math.min(cases, 2 ** 31 - 1)).double(BIAS)
  const [, month, day, year] = /^\w+, (\w+) (\d+), (\d+)$/.exec(DAY.format(now))!
  out.text(`${day} ${month} ${year!.slice(2)}`, 9).text(now.toISOString().slice(11, 19), 8)
  out.text(fileLabel, 64).text('', 3)

  const shortNames: string[] = []
  const places: number[] = []
  const longNames: string[] = []
  const longStrings: string[] = []
  let place = 1
  for (const [index, variable] of variables.entries()) {
    const short = `V${String(index + 1)}`
    shortNames.push(short)
    places.push(place)
    longNames.push(`${short}=${variable.name}`)
    if (variable.width > SEGMENT) longStrings.push(`${short}=${String(variable.width).padStart(5, '0')}\0\t`)
    for (const [at, width] of segments[index]!.entries()) {
      writeVariable(out, variable, width, at === 0 ? short : `W${index + 1}_${at}`.slice(0, 8), at === 0)
      place += elements(width)
    }
  }
  for (const [index, { values }] of variables.entries()) if (values.length > 0) writeLabels(out, values, places[index]!)
  out.int(7, 3, 4, 8, 1, 0, 0, -1, 1, 1, 2, 65001)
  out.int(7, 4, 8, 3).double(SYSMIS).double(Number.MAX_VALUE).double(LOWEST)
  const shown = variables.flatMap(({ measure, width }, index) =>
    segments[index]!.map(() => [MEASURES[measure], width > 0 ? 24 : 10, width > 0 ? 0 : 1]),
  )
  out.int(7, 11, 4, shown.length * 3, ...shown.flat())
  out.block(13, Buffer.from(longNames.join('\t'), 'utf8'))
  if (longStrings.length > 0) out.block(14, Buffer.from(longStrings.join(''), 'latin1'))
  out.int(7, 16, 8, 2).long(1n).long(BigInt(cases))
  out.block(20, Buffer.from('UTF-8', 'latin1'))
  return out.int(999, 0).bytes()
}

const DAY = new Intl.DateTimeFormat('en-US', {
  weekday: 'short',
  year: 'numeric',
  month: 'short',
  day: '2-digit',
  timeZone: 'UTC',
})
const MEASURES = { nominal: 1, ordinal: 2, scale: 3 }
// The number next to the largest negative one.
const LOWEST = (() => {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(SYSMIS)
  bytes.writeBigUInt64LE(bytes.readBigUInt64LE() - 1n)
  return bytes.readDoubleLE()
})()

/** Format types with their widths and decimals, in one number each. */
const FORMATS = {
  number: (5 << 16) | (8 << 8),
  decimal: (5 << 16) | (10 << 8) | 2,
  date: (39 << 16) | (10 << 8),
  time: (21 << 16) | (8 << 8),
  dateTime: (22 << 16) | (20 << 8),
}

function writeVariable(
  out: Bytes,
  { label, format, missing }: SavVariable,
  width: number,
  name: string,
  first: boolean,
): void {
  const shown = width > 0 ? (1 << 16) | (width << 8) : FORMATS[format]
  const isLabelled = first && label !== ''
  out.int(2, width, isLabelled ? 1 : 0, first ? missing.length : 0, shown, shown).text(name, 8)
  if (isLabelled) {
    const text = cut(label, 252)
    out.int(text.length).raw(text).pad(4)
  }
  if (first) for (const value of missing) out.double(value)
  for (let more = 1; more < elements(width); more++) out.int(2, -1, 0, 0, 0, 0).text('', 8)
}

function writeLabels(out: Bytes, values: SavVariable['values'], place: number): void {
  out.int(3, values.length)
  for (const { value, label } of values) {
    const text = cut(label, 120)
    const length = Math.ceil((text.length + 1) / 8) * 8
    out
      .double(value)
      .raw(Buffer.concat([Buffer.from([text.length]), text, Buffer.alloc(length - text.length - 1, ' ')]))
  }
  out.int(4, 1, place)
}

/** A text of so many bytes at most, cut between letters. */
export function cut(text: string, most: number): Buffer {
  const bytes = Buffer.from(text, 'utf8')
  if (bytes.length <= most) return bytes
  let end = most
  while (end > 0 && (bytes[end]! & 0xc0) === 0x80) end--
  return bytes.subarray(0, end)
}

/** A value of a case: a number, the bytes of a string, or nothing. */
export type SavValue = number | Buffer | undefined

/** Cases as bytes: eight codes, then what the codes do not say themselves. */
export class CaseWriter {
  private readonly codes: number[] = []
  private readonly data: Buffer[] = []
  private readonly out: Buffer[] = []
  private readonly segments: number[][]

  constructor(private readonly variables: readonly SavVariable[]) {
    this.segments = variables.map(({ width }) => segmentsOf(width))
  }

  /** Adds a case, its values in the order of the variables. */
  add(values: readonly SavValue[]): void {
    for (const [index, value] of values.entries()) {
      if (this.variables[index]!.width === 0) this.number(value as number | undefined)
      else this.string((value as Buffer | undefined) ?? EMPTY, this.segments[index]!)
    }
  }

  /** What is complete by now. */
  take(): Buffer {
    const bytes = Buffer.concat(this.out)
    this.out.length = 0
    return bytes
  }

  /** Ends the cases. */
  finish(): Buffer {
    while (this.codes.length > 0) this.code(0)
    return this.take()
  }

  private number(value: number | undefined): void {
    if (value === undefined) return this.code(255)
    if (Number.isInteger(value) && value >= 1 - BIAS && value <= 251 - BIAS && !Object.is(value, -0))
      return this.code(value + BIAS)
    const bytes = Buffer.allocUnsafe(8)
    bytes.writeDoubleLE(value)
    return this.code(253, bytes)
  }

  private string(bytes: Buffer, segments: readonly number[]): void {
    for (const [index, width] of segments.entries()) {
      const part = bytes.subarray(index * SEGMENT, index * SEGMENT + width)
      for (let at = 0; at < elements(width) * 8; at += 8) {
        if (at >= part.length) this.code(254)
        else if (part.length - at >= 8) this.code(253, part.subarray(at, at + 8))
        else this.code(253, Buffer.concat([part.subarray(at), SPACES.subarray(0, 8 - (part.length - at))]))
      }
    }
  }

  private code(code: number, data?: Buffer): void {
    this.codes.push(code)
    if (data) this.data.push(data)
    if (this.codes.length < 8) return
    this.out.push(Buffer.from(this.codes), ...this.data)
    this.codes.length = 0
    this.data.length = 0
  }
}

const EMPTY = Buffer.alloc(0)
const SPACES = Buffer.alloc(8, ' ')

/** Bytes one after the other, little end first. */
class Bytes {
  private readonly parts: Buffer[] = []

  int(...values: number[]): this {
    const bytes = Buffer.allocUnsafe(values.length * 4)
    for (const [index, value] of values.entries()) bytes.writeInt32LE(value, index * 4)
    return this.raw(bytes)
  }

  long(value: bigint): this {
    const bytes = Buffer.allocUnsafe(8)
    bytes.writeBigInt64LE(value)
    return this.raw(bytes)
  }

  double(value: number): this {
    const bytes = Buffer.allocUnsafe(8)
    bytes.writeDoubleLE(value)
    return this.raw(bytes)
  }

  text(text: string, width: number): this {
    const bytes = Buffer.alloc(width, ' ')
    cut(text, width).copy(bytes)
    return this.raw(bytes)
  }

  /** A record of information that holds bytes. */
  block(subtype: number, bytes: Buffer): this {
    return this.int(7, subtype, 1, bytes.length).raw(bytes)
  }

  /** Fills up to a multiple of so many bytes since the last part began. */
  pad(multiple: number): this {
    const last = this.parts.at(-1)!.length
    return this.raw(Buffer.alloc((multiple - (last % multiple)) % multiple))
  }

  raw(bytes: Buffer): this {
    this.parts.push(bytes)
    return this
  }

  bytes(): Buffer {
    return Buffer.concat(this.parts)
  }
}
