import type { ItemKind } from './kinds.ts'

// Shapes of Tabler Icons (MIT licence), as the other icons of the apps.
const SHAPES: Record<ItemKind | 'start' | 'end' | 'grip', string> = {
  single: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0 M11 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0',
  multiple: 'M4 6a2 2 0 0 1 2 -2h12a2 2 0 0 1 2 2v12a2 2 0 0 1 -2 2h-12a2 2 0 0 1 -2 -2z M9 12l2 2l4 -4',
  yesNo: 'M3 12l4 4l7 -8 M15 15l6 -6 M21 15l-6 -6',
  ranking: 'M11 6h9 M11 12h9 M12 18h8 M4 16a2 2 0 1 1 4 0c0 .6 -.5 1 -1 1.500l-3 2.500h4 M6 10v-6l-2 2',
  matrix:
    'M4 5a1 1 0 0 1 1 -1h14a1 1 0 0 1 1 1v14a1 1 0 0 1 -1 1h-14a1 1 0 0 1 -1 -1z M4 10h16 M10 4v16 M15 4v16 M4 15h16',
  agreement:
    'M3 12h18 M4 12m-1 0a1 1 0 1 0 2 0a1 1 0 1 0 -2 0 M12 12m-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0 M20 12m-1 0a1 1 0 1 0 2 0a1 1 0 1 0 -2 0',
  scale: 'M3 12h18 M3 9v6 M9 10v4 M15 10v4 M21 9v6',
  thenNow: 'M3 17l6 -4l5 2l7 -9 M16 6h5v5',
  shortText: 'M4 9h16v6h-16z M7 12h4',
  longText: 'M4 6h16 M4 10h16 M4 14h16 M4 18h9',
  integer: 'M8 10v8 M8 10l-2 2 M13 12a2 2 0 1 1 4 0c0 .700 -.400 1.200 -1 1.800l-3 4.200h4',
  decimal: 'M5 8v8 M5 8l-2 2 M9 16v.010 M13 10a2.500 2.500 0 0 1 5 0v4a2.500 2.500 0 0 1 -5 0z',
  date: 'M4 7a2 2 0 0 1 2 -2h12a2 2 0 0 1 2 2v12a2 2 0 0 1 -2 2h-12a2 2 0 0 1 -2 -2z M16 3v4 M8 3v4 M4 11h16',
  time: 'M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0 M12 7v5l3 3',
  dateTime:
    'M11 20h-5a2 2 0 0 1 -2 -2v-11a2 2 0 0 1 2 -2h12a2 2 0 0 1 2 2v4 M16 3v4 M8 3v4 M4 11h9 M14 18a4 4 0 1 0 8 0a4 4 0 1 0 -8 0 M18 16.500v1.500l1 1',
  note: 'M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0 M12 9h.010 M11 12h1v4h1',
  consent:
    'M11.500 20.800a12 12 0 0 1 -8 -14.800a12 12 0 0 0 8.500 -3a12 12 0 0 0 8.500 3a12 12 0 0 1 0 7 M15 19l2 2l4 -4',
  place:
    'M9 11a3 3 0 1 0 6 0a3 3 0 0 0 -6 0 M17.700 16.700l-4.300 4.200a2 2 0 0 1 -2.800 0l-4.300 -4.200a8 8 0 1 1 11.400 0z',
  file: 'M15 7l-6.500 6.500a1.500 1.500 0 0 0 3 3l6.500 -6.500a3 3 0 0 0 -6 -6l-6.500 6.500a4.500 4.500 0 0 0 9 9l6.500 -6.500',
  page: 'M14 3v4a1 1 0 0 0 1 1h4 M17 21h-10a2 2 0 0 1 -2 -2v-14a2 2 0 0 1 2 -2h7l5 5v11a2 2 0 0 1 -2 2z',
  group: 'M5 4h4l3 3h7a2 2 0 0 1 2 2v8a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-11a2 2 0 0 1 2 -2',
  repeat: 'M4 12v-3a3 3 0 0 1 3 -3h13m-3 -3l3 3l-3 3 M20 12v3a3 3 0 0 1 -3 3h-13m3 3l-3 -3l3 -3',
  calculated: 'M5 5h14v14h-14z M8 9h3 M9.500 7.500v3 M13 9h3 M8 15h3 M13 14h3 M13 16h3',
  hidden:
    'M10.600 10.600a2 2 0 0 0 2.800 2.800 M16.700 16.700a8.700 8.700 0 0 1 -4.700 1.300c-3.600 0 -6.600 -2 -9 -6c1.300 -2.100 2.700 -3.700 4.300 -4.700 M10 6.200a9 9 0 0 1 2 -.200c3.600 0 6.600 2 9 6c-.700 1.100 -1.400 2 -2.100 2.800 M3 3l18 18',
  start: 'M13 12h8 M13 6h8 M13 18h8 M3 6l5 6l-5 6',
  end: 'M5 5a5 5 0 0 1 7 0a5 5 0 0 0 7 0v9a5 5 0 0 1 -7 0a5 5 0 0 0 -7 0v-9 M5 21v-7',
  grip: 'M8 5a1 1 0 1 0 2 0a1 1 0 1 0 -2 0 M8 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0 M8 19a1 1 0 1 0 2 0a1 1 0 1 0 -2 0 M14 5a1 1 0 1 0 2 0a1 1 0 1 0 -2 0 M14 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0 M14 19a1 1 0 1 0 2 0a1 1 0 1 0 -2 0',
}

/** The picture of a kind, always beside its name. */
export function KindIcon({ kind, size = 20 }: { kind: keyof typeof SHAPES; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ flex: 'none' }}
      aria-hidden
    >
      <path d={SHAPES[kind]} />
    </svg>
  )
}
