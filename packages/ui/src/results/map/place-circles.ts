import type { Cell, Line } from '../useResults.ts'
import { CENTRES } from './project-area.ts'
import type { Point } from './project-area.ts'

/** The sheet that the map is drawn on. */
export const SHEET = { width: 520, height: 500 } as const
const LARGEST = 38
const SMALLEST = 4

/** A degree of longitude is so much of a degree of latitude in the middle of the area. */
const NARROWER = Math.cos((50 * Math.PI) / 180)

/** What part of the area is drawn: its upper left corner, and how long a degree of latitude is on the sheet. */
export interface Frame {
  west: number
  north: number
  degree: number
}

const WHOLE: Frame = { west: 1.28, north: 51.44, degree: 165 }
/** Around the outermost places, in degrees of latitude; nothing is drawn closer than `CLOSEST` high. */
const MARGIN = 0.3
const CLOSEST = 1.1

/** The part of the area where there are circles, one for all maps of a question. */
export function frameOf(lines: readonly Line[]): Frame {
  const points = lines.flatMap(({ cells }) => cells.filter(hasCircle).map((cell) => CENTRES[placeOf(cell)!]!))
  if (points.length === 0) return WHOLE
  const [easts, norths] = [points.map(([east]) => east * NARROWER), points.map(([, north]) => north)]
  const width = Math.max(...easts) - Math.min(...easts) + 2 * MARGIN
  const height = Math.max(...norths) - Math.min(...norths) + 2 * MARGIN
  const degree = Math.min(SHEET.width / width, SHEET.height / height, SHEET.height / CLOSEST)
  if (degree <= WHOLE.degree) return WHOLE
  const middle = (values: number[]) => (Math.max(...values) + Math.min(...values)) / 2
  return {
    west: (middle(easts) - SHEET.width / degree / 2) / NARROWER,
    north: middle(norths) + SHEET.height / degree / 2,
    degree,
  }
}

export interface Spot {
  x: number
  y: number
}

/** Where a point of the earth stands on the sheet; the area is small enough for plain degrees. */
export const spotOf = ([longitude, latitude]: Point, { west, north, degree }: Frame): Spot => ({
  x: Math.round(10 * (longitude - west) * NARROWER * degree) / 10,
  y: Math.round(10 * (north - latitude) * degree) / 10,
})

export interface Circle extends Spot {
  value: string
  cell: Cell
  count: number
  radius: number
}

/** A place told by itself. */
const placeOf = (cell: Cell): string | undefined => (cell.values.length === 1 ? cell.values[0] : undefined)

/** Whether a count is that of one place with its middle on the map. */
const hasCircle = (cell: Cell): cell is Cell & { count: number } =>
  typeof cell.count === 'number' && CENTRES[placeOf(cell) ?? ''] !== undefined

/** The most that one circle of these lines stands for, so that the maps of groups are drawn to one scale. */
export const mostOf = (lines: readonly Line[]): number =>
  Math.max(0, ...lines.flatMap(({ cells }) => cells.filter(hasCircle).map(({ count }) => count)))

/** Circles have a surface as large as the count they stand for. */
export const radiusOf = (count: number, most: number): number =>
  count <= 0 || most <= 0 ? 0 : Math.max(SMALLEST, Math.round(10 * LARGEST * Math.sqrt(count / most)) / 10)

/** What a map of places shows: circles, large ones first so that small ones lie on top. */
export const circlesOf = ({ cells }: Line, most: number, frame: Frame): Circle[] =>
  cells
    .filter(hasCircle)
    .filter(({ count }) => count > 0)
    .map((cell) => {
      const value = placeOf(cell)!
      return { ...spotOf(CENTRES[value]!, frame), value, cell, count: cell.count, radius: radiusOf(cell.count, most) }
    })
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))

/** What has no circle: sums of several places, places the map does not know, and what may not be told. */
export const besidesMap = ({ cells }: Line): Cell[] => cells.filter((cell) => !hasCircle(cell))

/** Territories asked for that are not told by themselves; few and none look the same. */
export function untoldPlaces(asked: readonly { value: string }[], { cells }: Line): string[] {
  const told = new Set(cells.filter(({ count }) => typeof count === 'number').map(placeOf))
  return asked.map(({ value }) => value).filter((value) => !told.has(value))
}

export interface Name extends Spot {
  value: string
  anchor: 'start' | 'end' | 'middle'
}

const LETTER = 9.5
const LINE = 20

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

/** Where the names of circles find room: beside them, else under or over them, else not at all. The largest go first. */
export function namesOf(circles: readonly Circle[], nameOf: (value: string) => string): Name[] {
  const taken: Box[] = circles.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }))
  return circles.flatMap(({ value, x, y, radius }) => {
    const width = nameOf(value).length * LETTER
    const gap = radius + 4
    const tries: (Name & { box: Box })[] = [
      { left: x + gap, anchor: 'start' as const, x: x + gap, middle: y },
      { left: x - gap - width, anchor: 'end' as const, x: x - gap, middle: y },
      { left: x - width / 2, anchor: 'middle' as const, x, middle: y + radius + LINE / 2 },
      { left: x - width / 2, anchor: 'middle' as const, x, middle: y - radius - LINE / 2 },
    ].map(({ left, anchor, x: at, middle }) => ({
      value,
      anchor,
      x: at,
      y: middle + 5,
      box: { left, right: left + width, top: middle - LINE / 2, bottom: middle + LINE / 2 },
    }))
    const free = tries.find(
      ({ box }) =>
        box.left >= 0 &&
        box.right <= SHEET.width &&
        box.top >= 0 &&
        box.bottom <= SHEET.height &&
        !taken.some((other) => overlap(box, other)),
    )
    if (!free) return []
    const { box, ...name } = free
    taken.push(box)
    return [name]
  })
}
