import type { ReactNode } from 'react'
import type { ItemKind } from './kinds.ts'

const line = (x: number, y: number, width: number) => (
  <path key={`${x} ${y}`} d={`M${x} ${y}h${width}`} strokeWidth={4} opacity={0.35} />
)
const circle = (x: number, y: number, on = false, r = 5) => (
  <circle key={`${x} ${y}`} cx={x} cy={y} r={r} fill={on ? 'currentColor' : 'none'} />
)
const box = (x: number, y: number, on = false) => (
  <g key={`${x} ${y}`}>
    <rect x={x - 5} y={y - 5} width={10} height={10} rx={2} />
    {on && <path d={`M${x - 2.5} ${y}l2 2.500l3.500 -5`} />}
  </g>
)
const field = (x: number, y: number, width: number, height: number) => (
  <rect key={`${x} ${y}`} x={x} y={y} width={width} height={height} rx={4} />
)
const word = (x: number, y: number, text: string, size = 12) => (
  <text key={`${x} ${y}`} x={x} y={y} fontSize={size} fill="currentColor" stroke="none">
    {text}
  </text>
)
const steps = (count: number, y: number, on: number) =>
  Array.from({ length: count }, (_, index) =>
    circle(12 + (index * 96) / (count - 1), y, index === on, count > 6 ? 3.5 : 6),
  )

const SKETCHES: Record<ItemKind, ReactNode> = {
  single: [circle(12, 12), line(24, 12, 60), circle(12, 30, true), line(24, 30, 78), circle(12, 48), line(24, 48, 48)],
  multiple: [box(12, 12, true), line(24, 12, 60), box(12, 30), line(24, 30, 78), box(12, 48, true), line(24, 48, 48)],
  yesNo: [field(6, 18, 50, 24), line(20, 30, 22), field(64, 18, 50, 24), line(78, 30, 22)],
  ranking: [
    word(8, 17, '1'),
    line(24, 12, 66),
    word(8, 35, '2'),
    line(24, 30, 50),
    word(8, 53, '3'),
    line(24, 48, 72),
    <path key="arrows" d="M108 8v44 M104 12l4 -4l4 4 M104 48l4 4l4 -4" />,
  ],
  matrix: [14, 32, 50].flatMap((y, row) => [
    line(4, y, 36),
    ...[56, 72, 88, 104].map((x, at) => circle(x, y, at === (row * 2 + 1) % 4, 5)),
  ]),
  agreement: [...steps(5, 26, 3), line(6, 48, 30), line(84, 48, 30)],
  scale: [...steps(11, 24, 7), word(8, 50, '0'), word(98, 50, '10')],
  thenNow: [line(4, 12, 24), ...steps(11, 24, 3), line(4, 42, 24), ...steps(11, 54, 8)],
  shortText: [field(4, 18, 112, 24), line(12, 30, 44)],
  longText: [field(4, 6, 112, 48), line(12, 18, 94), line(12, 30, 86), line(12, 42, 40)],
  integer: [field(4, 18, 56, 24), word(14, 35, '42', 14)],
  decimal: [field(4, 18, 56, 24), word(12, 35, '3,5', 14)],
  date: [field(4, 18, 84, 24), line(12, 30, 14), line(34, 30, 14), line(56, 30, 22)],
  time: [field(4, 18, 60, 24), word(14, 35, '14:30', 13)],
  dateTime: [field(4, 18, 64, 24), line(12, 30, 14), line(34, 30, 24), field(74, 18, 42, 24), word(80, 34, '9:00', 12)],
  consent: [box(12, 20, true), line(26, 14, 84), line(26, 26, 84), line(26, 38, 50)],
  note: [line(6, 14, 104), line(6, 28, 108), line(6, 42, 70)],
  place: [
    field(4, 18, 112, 24),
    <path key="pin" d="M18 38c-5 -5 -7 -7 -7 -10a7 7 0 0 1 14 0c0 3 -2 5 -7 10z" />,
    line(34, 30, 56),
  ],
  file: [
    <rect key="drop" x={4} y={8} width={112} height={44} rx={4} strokeDasharray="5 4" />,
    <path key="up" d="M60 40v-20 M52 27l8 -8l8 8" />,
  ],
  page: [field(34, 4, 52, 52), line(42, 16, 36), line(42, 28, 30), line(42, 40, 36)],
  group: [line(4, 10, 50), <path key="rail" d="M8 20v34" />, line(18, 26, 84), line(18, 38, 70), line(18, 50, 78)],
  repeat: [
    field(4, 6, 84, 20),
    line(14, 16, 46),
    field(4, 34, 84, 20),
    line(14, 44, 46),
    <path key="plus" d="M104 22v16 M96 30h16" />,
  ],
  calculated: [word(8, 36, 'a + b =', 15), field(68, 18, 46, 24)],
  hidden: [<rect key="veil" x={4} y={18} width={112} height={24} rx={4} strokeDasharray="3 4" />, line(14, 30, 40)],
}

/** How a kind of question looks to whoever answers; a picture beside its name. */
export function KindSketch({ kind }: { kind: ItemKind }) {
  return (
    <svg
      viewBox="0 0 120 60"
      width={120}
      height={60}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      aria-hidden
    >
      {SKETCHES[kind]}
    </svg>
  )
}
