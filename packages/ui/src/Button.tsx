import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { Link, type LinkProps } from 'react-router'
import styles from './Button.module.css'
import { Icon, type IconName } from './Icon.tsx'

interface Look {
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  icon?: IconName
  children: ReactNode
}

const classOf = (variant: NonNullable<Look['variant']>) => `${styles.button} ${styles[variant]}`

/** A deed; the text is a verb. While `busy` it cannot be pressed again but keeps the focus. */
export function Button({
  variant = 'secondary',
  icon,
  busy = false,
  children,
  type = 'button',
  onClick,
  ...rest
}: Look & { busy?: boolean; ref?: Ref<HTMLButtonElement> } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      {...rest}
      type={type}
      className={classOf(variant)}
      aria-disabled={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    >
      {busy ? <span className={styles.spinner} aria-hidden /> : icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  )
}

/** A way to another page that looks like a button. */
export function ButtonLink({ variant = 'secondary', icon, children, ...rest }: Look & Omit<LinkProps, 'children'>) {
  return (
    <Link {...rest} className={classOf(variant)}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </Link>
  )
}
